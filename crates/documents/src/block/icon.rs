//! Pictures from the Lucide set, as strokes on a 24 by 24 ground.

/// One drawing. Its strokes are SVG path data, 2 units wide with round ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon {
    pub name: &'static str,
    /// Said in place of the picture.
    pub alt: &'static str,
    pub path: &'static str,
}

/// One drawing a line: name, words, path data.
const DRAWINGS: &str = include_str!("../../icons/lucide.txt");

impl Icon {
    /// The drawing of that Lucide name, if the documents carry it.
    pub fn named(name: &str) -> Option<Self> {
        DRAWINGS.lines().filter_map(Self::parse).find(|icon| icon.name == name)
    }

    /// The drawing of that name, or a star.
    pub fn or_star(name: &str) -> Self {
        Self::named(name).or_else(|| Self::named("star")).unwrap_or(Self { name: "", alt: "", path: "" })
    }

    pub fn all() -> impl Iterator<Item = Self> {
        DRAWINGS.lines().filter_map(Self::parse)
    }

    pub fn said() -> Self {
        Self::or_star("message-circle")
    }

    pub fn will() -> Self {
        Self::or_star("hand-helping")
    }

    pub fn know() -> Self {
        Self::or_star("ruler")
    }

    pub fn did() -> Self {
        Self::or_star("circle-check")
    }

    pub fn told() -> Self {
        Self::or_star("reply")
    }

    fn parse(line: &'static str) -> Option<Self> {
        let (name, rest) = line.split_once('|')?;
        let (alt, path) = rest.split_once('|')?;
        Some(Self { name, alt, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_is_a_path_with_words() {
        assert!(Icon::all().count() > 50);
        for icon in Icon::all() {
            assert!(kurbo::BezPath::from_svg(icon.path).is_ok(), "{} is drawn wrongly", icon.name);
            assert!(!icon.alt.is_empty());
        }
    }

    #[test]
    fn an_unknown_name_becomes_a_star() {
        assert_eq!(Icon::named("no such thing"), None);
        assert_eq!(Icon::or_star("no such thing").name, "star");
    }
}
