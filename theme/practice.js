// Checks the quizzes in the page. The explanations are in the page already; this only finds the one that fits.
(() => {
  "use strict";

  // The number that `text` says, or NaN. A decimal comma is fine; "1,000" is not, because it can mean one or a thousand.
  const parse = (text) => {
    const plain = text.trim().replace(/\u2212/g, "-");
    if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(plain)) return NaN;
    if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) return NaN;
    return Number(plain.replace(",", "."));
  };

  // The explanation that fits the answer: { answer } where there is one, { message } where nothing can be checked.
  const find = (question) => {
    const answers = [...question.querySelectorAll(".quiz-answer")];
    const field = question.querySelector("input[type=text]");
    if (!field) {
      const chosen = question.querySelector("input:checked");
      return chosen
        ? { answer: answers.find((answer) => answer.dataset.value === chosen.value) }
        : { message: "Choose one of the options first." };
    }
    const given = parse(field.value);
    if (!Number.isFinite(given)) {
      return { message: "Write a number, such as 0.5, -3 or 1e-3, without thousands separators." };
    }
    const tolerance = Number(question.dataset.tolerance);
    const near = (value) => Math.abs(given - Number(value)) <= tolerance;
    return {
      answer: near(question.dataset.answer)
        ? answers.find((answer) => answer.dataset.verdict === "right")
        : answers.find((answer) => answer.dataset.verdict === "wrong" && near(answer.dataset.value)),
    };
  };

  const clear = (question) => {
    delete question.dataset.state;
    question.querySelector(".quiz-result").replaceChildren();
  };

  const check = (question) => {
    clear(question);
    const { answer, message } = find(question);
    const right = answer?.dataset.verdict === "right";
    if (!message) question.dataset.state = right ? "right" : "wrong";
    const verdict = document.createElement("p");
    verdict.className = "quiz-verdict";
    verdict.textContent = message ?? (right ? "\u2713 Right." : "\u2717 Not quite.");
    const result = question.querySelector(".quiz-result");
    result.append(verdict);
    if (answer) result.append(answer.querySelector(".quiz-why").cloneNode(true));
    else if (!message) result.append("This is none of the usual slips. Work it out once more, or open the answer below.");
  };

  // A focused code block scrolls on arrow keys; mdBook would turn the page.
  for (const code of document.querySelectorAll(".exercise code[tabindex]")) {
    code.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow")) event.stopPropagation();
    });
  }

  for (const form of document.querySelectorAll(".quiz form")) {
    const questions = [...form.querySelectorAll("fieldset")];
    const score = form.querySelector(".quiz-score");
    const count = () => {
      const right = questions.filter((question) => question.dataset.state === "right").length;
      score.textContent = `${right} of ${questions.length} right so far.`;
      score.hidden = questions.every((question) => !question.dataset.state);
    };
    for (const question of questions) {
      const button = question.querySelector("button");
      button.hidden = false;
      button.addEventListener("click", () => {
        check(question);
        count();
      });
      question.addEventListener("input", () => {
        clear(question);
        count();
      });
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => {
      // mdBook turns the page on arrow keys and opens the search on letters; here they choose and write.
      if (event.target.matches("input") || event.key.startsWith("Arrow")) event.stopPropagation();
      if (event.key === "Enter" && event.target.matches("input")) {
        event.preventDefault();
        event.target.closest("fieldset").querySelector("button").click();
      }
    });
  }
})();
