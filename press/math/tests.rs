use super::*;

/// The chapter with each formula replaced by ⟦the text of its MathML⟧: what a screen reader and the search index get.
fn outline(markdown: &str) -> String {
    let html = render(markdown).expect("the formulas are right");
    let mut outline = String::new();
    let mut rest = html.as_str();
    while let Some((before, formula)) = rest.split_once("<math") {
        let start = before
            .rfind("<span class=\"katex-display\">")
            .or_else(|| before.rfind("<span class=\"katex\">"));
        let start = start.expect("MathML comes inside KaTeX's span");
        let before = before[..start].replace("<span class=\"tied\">", "");
        outline.push_str(&before);
        let (math, after) = formula.split_once("</math>").expect("the element is closed");
        outline.push('⟦');
        for piece in math.split('<').skip(1) {
            outline.push_str(piece.split_once('>').expect("a tag is closed").1);
        }
        outline.push('⟧');
        rest = after_formula(after);
    }
    // The ends of what ties formulas to their marks.
    (outline + rest).replace("</span>", "")
}

/// What follows the visible half of a formula: the elements that are open at `rest` are closed there.
fn after_formula(mut rest: &str) -> &str {
    let mut depth = 1;
    if rest.starts_with("</span><span aria-hidden=\"true\" class=\"katex-html\">") {
        depth = 2;
    }
    while depth > 0 {
        let open = rest.find('<').expect("the formula ends");
        let end = rest.find('>').expect("a tag is closed");
        let tag = &rest[open..=end];
        match tag {
            "</span>" | "</svg>" => depth -= 1,
            _ if tag.ends_with("/>") => {}
            _ => depth += 1,
        }
        rest = &rest[end + 1..];
    }
    rest.strip_prefix("</span>").unwrap_or(rest)
}

fn error_of(markdown: &str) -> MathError {
    let mut errors = render(markdown).expect_err("the chapter has a mistake");
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.remove(0)
}

#[test]
fn everything_but_the_formulas_stays() {
    let chapter = "# A *title*\n\n\tcode $x$\n\n- item\n\n| a | b |\n|---|---|\n| `$x$` | \\$5 and \\$6 |\n\n\
                   ```sh\necho $HOME $$\n```\n\n<a title=\"$x$\" href=\"#\">link</a>   \nend &amp; \u{a0} ``$`` &#36;\n";
    assert_eq!(render(chapter).as_deref(), Ok(chapter));
    assert_eq!(outline("a $x$ b $$y$$ c"), "a ⟦x⟧ b ⟦y⟧ c");
}

#[test]
fn formulas_work_in_every_block() {
    assert_eq!(outline("## The rate $\\eta$ {#rate}\n"), "## The rate ⟦η⟧ {#rate}\n");
    assert_eq!(outline("1. *so $a*b$* and **$c$**\n"), "1. *so ⟦a∗b⟧* and **⟦c⟧**\n");
    assert_eq!(
        outline("| $\\vert r\\vert$ | b |\n|---|---|\n| $x$ | $y$ |\n"),
        "| ⟦∣r∣⟧ | b |\n|---|---|\n| ⟦x⟧ | ⟦y⟧ |\n"
    );
    assert_eq!(outline("> a\n> $$\n> x\n> $$\n> b\n"), "> a\n> ⟦x⟧\n> b\n");
    assert_eq!(outline("- a $x\n  y$ b\n"), "- a ⟦xy⟧ b\n");
    assert_eq!(
        outline("[see $x$](a.md) and[^1]\n\n[^1]: $y$\n"),
        "[see ⟦x⟧](a.md) and[^1]\n\n[^1]: ⟦y⟧\n"
    );
}

#[test]
fn raw_html_blocks_are_typeset_between_tags() {
    assert_eq!(
        outline(
            "<figure>\n<figcaption title=\"$t$\">For $a &lt; b$ and\n$c$.</figcaption>\n</figure>\n"
        ),
        "<figure>\n<figcaption title=\"$t$\">For ⟦a&#60;b⟧ and\n⟦c⟧.</figcaption>\n</figure>\n",
    );
    assert_eq!(outline("> <div>\n> $a\n> b$\n> </div>\n"), "> <div>\n> ⟦ab⟧\n> </div>\n");
    for opaque in [
        "<pre>$x$</pre>\n",
        "<div><template><b>$x</b></template></div>\n",
        "<!-- $x$ -->\n",
        "<div><SVG><text>$x$</text></SVG></div>\n",
        "<div>&#36;5</div>\n",
    ] {
        assert_eq!(render(opaque).as_deref(), Ok(opaque));
    }
}

#[test]
fn the_books_letters_are_known() {
    assert_eq!(outline(r"$\R\E\grad\yhat$"), "⟦RE∇y&#94;⟧");
    assert_eq!(outline(r"$\norm{a}^2+\abs{b}$"), "⟦∥a∥2&#43;∣b∣⟧");
    assert_eq!(outline(r"$\Var(x)$"), "⟦Var\u{2061}&#40;x&#41;⟧");
    assert_eq!(outline(r"$\lambda_{\max}$"), "⟦λmax⟧");
    // The limit goes below the word in a displayed formula, and only there.
    assert!(render(r"$$\argmin_x f$$").unwrap().contains("<munder>"));
    assert!(render(r"$$\argmax_x f$$").unwrap().contains("<munder>"));
}

#[test]
fn a_formula_is_one_inert_line_and_the_same_every_time() {
    let formula = "$$\\sqrt{\\frac{a_i|b|}{\\text{it's \"5\"~*}}} \\begin{cases} x & \\text{if } y < 0 \\\\ z \\end{cases}$$";
    let html = render(formula).unwrap();
    // KaTeX draws from a randomly seeded hash map: ten equal results are no accident.
    for _ in 0..10 {
        assert_eq!(render(formula).as_ref(), Ok(&html));
    }
    assert!(!html.contains(['\n', '|', '`', '$']), "{html}");
    let text: String = html
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    for entity in ["&#34;", "&#42;", "&#60;"] {
        assert!(text.contains(entity), "{entity} in {text}");
    }
    let without_entities: String = text.split("&#").collect();
    assert!(!without_entities.contains(['*', '_', '"', '\'', '<']), "{without_entities}");
}

#[test]
fn the_visible_half_has_no_text_and_the_tex_source_is_gone() {
    let html = render(r"$\theta_{10} \ne \sqrt{2}$").unwrap();
    let (_, visible) = html.split_once("class=\"katex-html\">").unwrap();
    let text: String = visible
        .split('<')
        .skip(1)
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(text, "");
    assert!(
        visible.contains("data-glyph=\"10\"") && visible.contains("data-glyph=\"θ\"")
    );
    assert!(!html.contains("annotation"));
}

#[test]
fn a_root_of_one_symbol_leaves_room_for_its_sign() {
    for bare in [r"$\sqrt 3$", r"$\sqrt\beta$", r"$\sqrt[3] x$"] {
        assert!(render(bare).unwrap().contains("padding-left:"), "{bare}");
    }
    assert_eq!(render(r"$\sqrt\beta_1$"), render(r"$\sqrt{\beta}_1$"));
}

#[test]
fn marks_stay_on_the_line_of_their_formula() {
    let tied = |chapter: &str| {
        let html = render(chapter).unwrap();
        let formula = |from: &str| render(&format!("${from}$")).unwrap();
        let last = "<span class=\"last\"><span class=\"katex-base\">";
        assert_eq!(
            html.matches(last).count(),
            html.matches("\"tied\"").count(),
            "{html}"
        );
        let plain = html.replace(last, "<span class=\"katex-base\">");
        // The element around the last base ends before those of the formula.
        let (one, two) = (formula("x"), formula("a=b"));
        let untied = |formula: &str| {
            format!("{}</span></span></span>", &formula[..formula.len() - 14])
        };
        plain
            .replace(&untied(&one), "⟦x⟧")
            .replace(&untied(&two), "⟦a=b⟧")
            .replace(&one, "⟦x⟧")
            .replace("<span class=\"tied\">", "⟨")
            .replace("</span>", "⟩")
    };
    assert_eq!(tied("so $x$. Then $x$ is"), "so ⟨⟦x⟧.⟩ Then ⟦x⟧ is");
    assert_eq!(tied("so ($a=b$), then"), "so ⟨(⟦a=b⟧),⟩ then");
    assert_eq!(tied("the $x$th and “$x$-means”"), "the ⟨⟦x⟧th⟩ and ⟨“⟦x⟧-means”⟩");
    assert_eq!(tied("*$x$*! $x$![](a.png)"), "*⟦x⟧*! ⟦x⟧![](a.png)");
    assert_eq!(tied("[$x$](a.md) \\($x$ |"), "[⟦x⟧](a.md) \\(⟦x⟧ |");
    assert_eq!(tied("<p>($x$,\n$x$)</p>\n"), "<p>⟨(⟦x⟧,⟩\n⟨⟦x⟧)⟩</p>\n");
    assert!(!render("$$x$$.").unwrap().contains("tied"));
}

#[test]
fn text_and_letters_of_other_scripts_are_welcome() {
    for formula in [
        r"$\text{Größe — it’s “ok” … 5 %}$".replace('%', r"\%").as_str(),
        "$θ ≤ ∇L × ∞ ∈ ℝ$",
        "$x² · α₁ − β'$",
    ] {
        assert!(render(formula).is_ok(), "{:?}", render(formula));
    }
}

#[test]
fn a_mistake_names_line_and_formula() {
    let error = error_of("one\n\ntwo $x$ and\n$\\frac{a}$ three\n");
    assert_eq!((error.line, error.formula.as_str()), (4, r"\frac{a}"));
    assert!(error.message.starts_with("KaTeX parse error"), "{error}");

    let error = error_of("- $$\n  \\lamda\n  $$\n");
    assert!(error.message.ends_with(r"did you mean \lambda?"), "{error}");
    assert!(error_of(r"$\gard L$").message.ends_with(r"did you mean \grad?"));
    assert!(error_of(r"$\mathbb{1}$").message.contains(r"\mathbf{1}"));
    assert!(error_of("$é$").message.contains("Accented"));
}

#[test]
fn every_mistake_is_reported_in_the_order_of_the_chapter() {
    let chapter = "$\\frac$\n\ncosts $5\n\n<p>$ x $</p>\n\n$\\frac$\n";
    let lines: Vec<usize> =
        render(chapter).unwrap_err().iter().map(|error| error.line).collect();
    assert_eq!(lines, [1, 3, 5, 5, 7]);
}

#[test]
fn a_dollar_sign_without_partner_is_a_mistake() {
    for chapter in [
        "it costs $5",
        "$$\nx\n\ny",
        "| a |\n|---|\n| $|r|$ |\n",
        "$\\frac{a}{$",
        "<p>costs $5</p>\n",
        "```\ncode\n```\n\n$5\n",
        "$ x$",
    ] {
        let errors = render(chapter).unwrap_err();
        assert!(errors.iter().all(|error| error.message.contains(r"`\$`")), "{errors:?}");
    }
    // An escaped backslash does not escape the sign behind it.
    assert!(render("a \\\\$5").is_err());
}

/// mdBook's view of a typeset chapter: ids, the search index and the page.
#[test]
fn mdbook_sees_each_formula_once() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join("src")).unwrap();
    let chapter = render("# Rates\n\n## The rate $\\eta_0$: more\n\n*small* $q_1$*!*\n\n| a |\n|---|\n| $\\vert z\\vert$ |\n").unwrap();
    std::fs::write(root.path().join("src/SUMMARY.md"), "- [Rates](rates.md)\n").unwrap();
    std::fs::write(root.path().join("src/rates.md"), chapter).unwrap();
    mdbook_driver::MDBook::load(root.path()).unwrap().build().unwrap();

    let page = std::fs::read_to_string(root.path().join("book/rates.html")).unwrap();
    assert!(page.contains("<h2 id=\"the-rate-η0-more\">"), "{page}");
    assert!(page.contains("<em>small</em>") && page.contains("<em>!</em>"), "{page}");
    assert!(page.contains("<td><span class=\"katex\">"), "{page}");

    let index = std::fs::read_dir(root.path().join("book"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| {
            path.file_name().unwrap().to_string_lossy().starts_with("searchindex")
        })
        .expect("mdBook writes a search index");
    let index = std::fs::read_to_string(index).unwrap();
    // The text that a search result quotes.
    let quoted: Vec<&str> = index
        .split("\"body\":\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(quoted.iter().any(|body| body.contains("small q 1 ! a ∣ z ∣")), "{quoted:?}");
}
