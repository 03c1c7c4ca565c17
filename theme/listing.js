// A listing's copy button gives the listing with everything it needs to compile.
"use strict";

document.addEventListener("click", event => {
    const button = event.target.closest(".listing .clip-button");
    if (!button) {
        return;
    }
    const whole = button.closest(".listing").querySelector("script.copyable");
    if (!whole) {
        return;
    }
    // mdBook's own handler would copy only what is shown.
    event.stopImmediatePropagation();
    const text = whole.textContent.trimStart();
    const say = message => {
        button.setAttribute("aria-label", message);
        button.title = message;
    };
    navigator.clipboard.writeText(text).then(
        () => say("Copied, with all it needs to compile"),
        () => say("The browser did not allow copying"),
    );
}, true);
