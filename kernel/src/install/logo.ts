/** The kernel's logo: a glass case over two rings, as in a power spectrum. JupyterLab prefers an SVG to bitmaps. */
export const logoSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect x="4" y="4" width="56" height="56" rx="12" fill="#0f3d5c"/>
  <g fill="none" stroke="#8fd3e8">
    <circle cx="32" cy="32" r="20" stroke-width="2.5" stroke-opacity="0.55"/>
    <circle cx="32" cy="32" r="12.5" stroke-width="3" stroke-opacity="0.8"/>
  </g>
  <circle cx="32" cy="32" r="5" fill="#fff"/>
  <path d="M12 14 L26 14 L12 28 Z" fill="#fff" fill-opacity="0.35"/>
</svg>
`;
