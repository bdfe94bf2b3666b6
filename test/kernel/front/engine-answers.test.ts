import { expect, test } from "vitest";
import type { PromptAnswers } from "../../../kernel/src/front/answers.js";
import { answersBeside } from "../../../kernel/src/front/engine-answers.js";
import type { Request } from "../../../kernel/src/front/request.js";
import type { SessionPort } from "../../../kernel/src/front/session-port.js";
import type { LanguageQuestion } from "../../../kernel/src/messages/index.js";

const others = {
  complete_request: () => "others",
  inspect_request: () => "others",
  is_complete_request: () => "others",
  history_request: () => "history",
} as unknown as PromptAnswers;

/** Answers beside an engine that gives this answer to whatever it is asked. */
function beside(answer: unknown, asked: LanguageQuestion[] = []): PromptAnswers {
  const ask = ({ question }: { readonly question: LanguageQuestion }): Promise<unknown> => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  return answersBeside("tslab", { ask } as unknown as SessionPort, others);
}
const request = (content: object): Request<never> => ({ content }) as unknown as Request<never>;

test("the REPL has the answers that it is given", () => {
  expect(answersBeside("repl", {} as SessionPort, others)).toBe(others);
});

test("completion: places are code points outside, UTF-16 units inside", async () => {
  const asked: LanguageQuestion[] = [];
  const answers = beside({ matches: ["abc"], start: 4, end: 5 }, asked);
  expect(await answers.complete_request(request({ code: "𝔸 v.a", cursor_pos: 5 }))).toEqual({
    status: "ok",
    matches: ["abc"],
    cursor_start: 3,
    cursor_end: 4,
    metadata: {},
  });
  expect(asked).toEqual([{ about: "complete", code: "𝔸 v.a", cursor: 6 }]);
});

test("inspection: found, not found", async () => {
  const place = request({ code: "a", cursor_pos: 0 });
  expect(await beside({ text: "let a" }).inspect_request(place)).toMatchObject({
    found: true,
    data: { "text/plain": "let a" },
  });
  expect(await beside(null).inspect_request(place)).toMatchObject({ status: "ok", found: false, data: {} });
});

test("whether code is whole", async () => {
  const whole = { status: "incomplete", indent: "  " };
  expect(await beside(whole).is_complete_request(request({ code: "{" }))).toBe(whole);
});

test.each([[undefined], [{ status: "interrupted" }]])(
  "where the engine says %j, the others answer",
  async (answer) => {
    const answers = beside(answer);
    const place = request({ code: "", cursor_pos: 0 });
    expect(await answers.complete_request(place)).toBe("others");
    expect(await answers.inspect_request(place)).toBe("others");
    expect(await answers.is_complete_request(place)).toBe("others");
    expect(await answers.history_request(place)).toBe("history");
  },
);
