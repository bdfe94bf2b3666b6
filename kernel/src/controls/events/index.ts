export { Button } from "./button.js";
export { Combobox, Password, Text } from "./text.js";
