import type { Contestant } from "./kernels.js";

/** The same work in each language; `i` is another number each time, so that no two cells are alike. */
export type CellText = Readonly<Record<Contestant["language"], (i: number) => string>>;

/** A value. */
export const warmCell: CellText = {
  typescript: (i) => `${i} + 1`,
  python: (i) => `${i} + 1`,
};

/** A printed line. */
export const printCell: CellText = {
  typescript: (i) => `console.log("line ${i}")`,
  python: (i) => `print("line ${i}")`,
};

/** A name of the session, new each time. */
export const declareCell: CellText = {
  typescript: (i) => `const defocus${i}: number = ${i};`,
  python: (i) => `defocus${i}: float = ${i}`,
};

/** Forty-five lines as one writes them: types, functions, a loop, and a value at the end. */
export const longCell: CellText = {
  typescript: (i) => `// particles of micrograph ${i}
interface Particle${i} {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

interface Summary${i} {
  readonly count: number;
  readonly meanScore: number;
}

class Grid${i} {
  private readonly counts: number[];
  constructor(readonly side: number, readonly boxSize: number) {
    this.counts = new Array<number>(side * side).fill(0);
  }
  add({ x, y }: Particle${i}): void {
    const at = Math.floor(y / this.boxSize) * this.side + Math.floor(x / this.boxSize);
    this.counts[at] = (this.counts[at] ?? 0) + 1;
  }
  fullest(): number {
    return Math.max(...this.counts);
  }
}

function scatter${i}(count: number, seed: number): Particle${i}[] {
  const particles: Particle${i}[] = [];
  let state = seed;
  for (let k = 0; k < count; k++) {
    state = (state * 1103 + 12345) % 65536;
    particles.push({ x: state % 64, y: (state >> 6) % 64, score: state / 65536 });
  }
  return particles;
}

function summary${i}(particles: readonly Particle${i}[]): Summary${i} {
  const sum = particles.reduce((total, { score }) => total + score, 0);
  return { count: particles.length, meanScore: sum / particles.length };
}

const grid${i} = new Grid${i}(8, 8);
const found${i} = scatter${i}(20, ${i});
for (const particle of found${i}) grid${i}.add(particle);
summary${i}(found${i}).count`,
  python: (i) => `# particles of micrograph ${i}
class Particle${i}:
    def __init__(self, x: int, y: int, score: float):
        self.x = x
        self.y = y
        self.score = score


class Summary${i}:
    def __init__(self, count: int, mean_score: float):
        self.count = count
        self.mean_score = mean_score


class Grid${i}:
    def __init__(self, side: int, box_size: int):
        self.side = side
        self.box_size = box_size
        self.counts = [0] * (side * side)

    def add(self, particle: Particle${i}) -> None:
        at = particle.y // self.box_size * self.side + particle.x // self.box_size
        self.counts[at] += 1

    def fullest(self) -> int:
        return max(self.counts)


def scatter${i}(count: int, seed: int) -> list[Particle${i}]:
    particles = []
    state = seed
    for k in range(count):
        state = (state * 1103 + 12345) % 65536
        particles.append(Particle${i}(state % 64, (state >> 6) % 64, state / 65536))
    return particles


def summary${i}(particles: list[Particle${i}]) -> Summary${i}:
    total = sum(particle.score for particle in particles)
    return Summary${i}(len(particles), total / len(particles))

grid${i} = Grid${i}(8, 8)
found${i} = scatter${i}(20, ${i})
for particle in found${i}: grid${i}.add(particle)
summary${i}(found${i}).count`,
};

/** A million printed lines. */
export const millionCell: CellText = {
  typescript: () => "for (let line = 0; line < 1e6; line++) console.log(`line ${line}`)",
  python: () => "for line in range(10**6): print(f'line {line}')",
};

/** Makes what {@link sendCell} sends: 256 MiB. */
export const bufferCell: CellText = {
  typescript: () => "const big = new Uint8Array(256 * 2 ** 20).fill(7)",
  python: () => "import comm; big = bytes([7]) * (256 * 2**20)",
};

/** A comm opened with a buffer. */
export const sendCell: CellText = {
  typescript: () => 'void comm.openComm("bench", {}, { buffers: [big] })',
  python: () => '_ = comm.create_comm("bench", data={}, buffers=[big])',
};

/** What {@link memberText} completes. */
export const recordCell: CellText = {
  typescript: () => "const summary = { count: 3, mean_score: 0.5 }",
  python: () => "from types import SimpleNamespace\nsummary = SimpleNamespace(count=3, mean_score=0.5)",
};

/** Text that ends in the middle of a name. */
export const memberText: CellText = {
  typescript: (i) => `const doubled${i} = 2 * summary.mean`,
  python: (i) => `doubled${i} = 2 * summary.mean`,
};
