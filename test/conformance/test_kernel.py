"""The kernel under jupyter_kernel_test: run by jupyter-kernel-test.test.ts."""

import unittest

import jupyter_kernel_test


class VitrineKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "vitrine"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    code_generate_error = "throw new RangeError('on purpose')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "const half: number = 1 / 2; half", "result": "0.5"},
        {"code": "await Promise.resolve('later')", "result": "'later'"},
        {
            "code": "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>map</b>' }) })",
            "result": "<b>map</b>",
            "mime": "text/html",
        },
    ]
    code_display_data = [
        {
            "code": "display({ [Symbol.for('Jupyter.display')]: () => ({ 'image/svg+xml': '<svg/>' }) })",
            "mime": "image/svg+xml",
        },
        {"code": "await display([1, 2])", "mime": "text/plain"},
    ]
    code_clear_output = "clearOutput()"
    code_inspect_sample = "Math.max"
    completion_samples = [
        {"text": "Math.hyp", "matches": {"hypot"}},
        {"text": "'map'.toUpper", "matches": {"toUpperCase"}},
        {"text": "globalTh", "matches": {"globalThis"}},
    ]
    complete_code_samples = ["1 + 1", "const a = { b: 2 }", "function f() {\n  return 1;\n}\n", "/* all */ 1"]
    incomplete_code_samples = ["function f() {", "`open", "[1,", "if (true) {\n  1;"]
    invalid_code_samples = ["let x: = 3", "1 +* 2", ")"]
    code_history_pattern = "6?*7"
    supported_history_operations = ("tail", "range", "search")


class VitrineWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "vitrine"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
