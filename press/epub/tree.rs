//! A page as a tree: what the parser read, without comments and declarations.

/// Text, or an element with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, without entities.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The language that its name is of.
    pub language: Language,
    /// Its name: `figure`.
    pub name: String,
    /// Its attributes, in their order.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub children: Vec<Node>,
}

/// The languages of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Text.
    Html,
    /// Pictures.
    Svg,
    /// Formulas.
    MathMl,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Html, Self::Svg, Self::MathMl];

    /// The name of the language in XML.
    pub fn namespace(self) -> &'static str {
        match self {
            Self::Html => "http://www.w3.org/1999/xhtml",
            Self::Svg => "http://www.w3.org/2000/svg",
            Self::MathMl => "http://www.w3.org/1998/Math/MathML",
        }
    }
}

impl Node {
    /// The element, if it is one.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }

    /// All text in it.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Element(element) => element.text(),
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl Element {
    /// An element of HTML.
    pub fn html(name: &str, children: Vec<Node>) -> Self {
        let (language, name) = (Language::Html, name.to_string());
        Self { language, name, attributes: Vec::new(), children }
    }

    /// The element with one more attribute.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.attributes.push((name.to_string(), value.to_string()));
        self
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is of that class.
    pub fn is(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split_whitespace().any(|other| other == class)
    }

    /// The elements that stand in it directly.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(Node::element)
    }

    /// The first element in it, at any depth, that fulfills the condition.
    pub fn find(&self, condition: &dyn Fn(&Self) -> bool) -> Option<&Self> {
        self.elements().find_map(|element| match condition(element) {
            true => Some(element),
            false => element.find(condition),
        })
    }

    /// All text in it.
    pub fn text(&self) -> String {
        self.children.iter().map(Node::text).collect()
    }

    /// The element as a message shows it: `<div class="drawing wide">`.
    pub fn tag(&self) -> String {
        let shown = ["id", "class"].iter().filter_map(|name| {
            self.attribute(name).map(|value| format!(" {name}=\"{value}\""))
        });
        format!("<{}{}>", self.name, shown.collect::<String>())
    }
}
