//! XML as it is written: escaped by the library, and without the characters that XML cannot hold.

use pledgeboard_domain::text::steers;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::DocumentError;

/// One part of the file. Elements are closed in the order in which they were opened.
pub struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
    failed: Option<String>,
}

/// A name and its value.
pub type Attribute<'a> = (&'static str, &'a str);

impl Xml {
    /// A part with its root element.
    pub fn new(root: &'static str, attributes: &[Attribute<'_>]) -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), open: Vec::new(), failed: None };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.open(root, attributes);
        xml
    }

    pub fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let element = element(name, attributes);
        self.write(Event::Start(element));
        self.open.push(name);
    }

    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.write(Event::End(BytesEnd::new(name)));
        }
    }

    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let element = element(name, attributes);
        self.write(Event::Empty(element));
    }

    /// An element with one value, as most of Word's are: `<w:jc w:val="left"/>`.
    pub fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds words alone.
    pub fn words(&mut self, name: &'static str, attributes: &[Attribute<'_>], words: &str) {
        self.open(name, attributes);
        self.write(Event::Text(BytesText::new(&holdable(words))));
        self.close();
    }

    fn write(&mut self, event: Event<'_>) {
        if let Err(error) = self.writer.write_event(event) {
            self.failed = Some(error.to_string());
        }
    }

    /// Closes what is open; the part's bytes.
    ///
    /// # Errors
    /// When something could not be written.
    pub fn finish(mut self) -> Result<Vec<u8>, DocumentError> {
        while !self.open.is_empty() {
            self.close();
        }
        match self.failed {
            None => Ok(self.writer.into_inner()),
            Some(reason) => Err(DocumentError::Writing { reason }),
        }
    }
}

fn element<'a>(name: &'static str, attributes: &[Attribute<'_>]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        // A reader would make a space of a line feed in an attribute anyway.
        let value = holdable(value).replace(['\n', '\t', '\r'], " ");
        element.push_attribute((*name, value.as_str()));
    }
    element
}

/// Without the characters that XML 1.0 cannot hold at all, not even escaped (section 2.2), and those that steer what
/// reads it.
fn holdable(words: &str) -> String {
    words.chars().filter(|it| !steers(*it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_markup_and_what_xml_cannot_hold_is_left_out() {
        let mut xml = Xml::new("a", &[("b", "\"1\" & <2>\n3\u{1}")]);
        xml.words("c", &[], "a < b & c\u{0}\u{b}\u{ffff}’ é");
        xml.value("d", "x");
        let text = String::from_utf8(xml.finish().unwrap()).unwrap();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <a b=\"&quot;1&quot; &amp; &lt;2&gt; 3\"><c>a &lt; b &amp; c’ é</c><d w:val=\"x\"/></a>"
        );
    }
}
