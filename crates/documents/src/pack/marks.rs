//! Where a page's content lies, roughly: enough to find a free place for its number, without drawing it.

use kurbo::{Affine, Point, Rect};
use lopdf_packs::{Dictionary, Document, Object};

/// A page with more content than this is taken as full; in bytes.
const LARGEST: usize = 16 << 20;
const MOST: usize = 50_000;

/// What was seen of a page.
#[derive(Debug, Default)]
pub struct Marks {
    pub areas: Vec<Rect>,
    /// Graphics states that it closes without having opened them, and those that it leaves open.
    pub closed: usize,
    pub left_open: usize,
}

impl Marks {
    pub fn of_page(file: &Document, page: &Dictionary) -> Self {
        let parts: Vec<&Object> = match page.get(b"Contents").and_then(|contents| file.dereference(contents))
        {
            Ok((_, Object::Array(parts))) => parts.iter().collect(),
            Ok((_, stream @ Object::Stream(_))) => vec![stream],
            _ => vec![],
        };
        let mut content = Vec::new();
        for part in parts {
            if let Ok((_, Object::Stream(stream))) = file.dereference(part) {
                content.extend(stream.get_plain_content_with_limit(LARGEST).unwrap_or_default());
                content.push(b'\n');
            }
        }
        if content.len() > LARGEST { Self::default() } else { Self::of_content(&content) }
    }

    pub fn of_content(content: &[u8]) -> Self {
        let mut reader = Reader::default();
        let mut at = 0;
        while let Some(token) = next(content, &mut at) {
            match token {
                Token::Number(number) => reader.numbers.push(number),
                Token::Text(length) => reader.text += length,
                Token::Other => {}
                Token::Word(b"ID") => {
                    at = end_of_picture(content, at);
                    reader.picture();
                }
                Token::Word(word) => {
                    reader.does(word);
                    reader.numbers.clear();
                    reader.text = 0;
                }
            }
        }
        reader.marks.left_open = reader.kept.len();
        reader.marks
    }
}

#[derive(Default)]
struct Reader {
    marks: Marks,
    now: State,
    kept: Vec<State>,
    numbers: Vec<f64>,
    /// Letters in the strings since the last operator.
    text: usize,
    path: Option<Rect>,
    line: Affine,
    word: Affine,
}

#[derive(Clone, Copy, Default)]
struct State {
    turn: Affine,
    size: f64,
    leading: f64,
}

impl Reader {
    fn does(&mut self, word: &[u8]) {
        let numbers = std::mem::take(&mut self.numbers);
        let number = |back: usize| {
            numbers.len().checked_sub(back).and_then(|at| numbers.get(at)).copied().unwrap_or(0.0)
        };
        let matrix = || Affine::new([number(6), number(5), number(4), number(3), number(2), number(1)]);
        match word {
            b"q" => self.kept.push(self.now),
            b"Q" => match self.kept.pop() {
                Some(kept) => self.now = kept,
                None => self.marks.closed += 1,
            },
            b"cm" => self.now.turn *= matrix(),
            b"BT" => (self.line, self.word) = (Affine::IDENTITY, Affine::IDENTITY),
            b"Tf" => self.now.size = number(1),
            b"TL" => self.now.leading = number(1),
            b"Tm" => (self.line, self.word) = (matrix(), matrix()),
            b"Td" => self.go(number(2), number(1)),
            b"TD" => {
                self.now.leading = -number(1);
                self.go(number(2), number(1));
            }
            b"T*" => self.go(0.0, -self.now.leading),
            b"Tj" | b"TJ" => self.say(),
            b"'" | b"\"" => {
                self.go(0.0, -self.now.leading);
                self.say();
            }
            b"re" => {
                let corner = Point::new(number(4), number(3));
                self.reach(corner);
                self.reach(Point::new(corner.x + number(2), corner.y + number(1)));
            }
            b"m" | b"l" | b"c" | b"v" | b"y" => {
                for pair in numbers.as_chunks::<2>().0 {
                    self.reach(Point::new(pair[0], pair[1]));
                }
            }
            b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => {
                if let Some(path) = self.path.take() {
                    self.mark(path);
                }
            }
            b"n" => self.path = None,
            b"Do" => self.picture(),
            _ => {}
        }
    }

    fn go(&mut self, right: f64, up: f64) {
        self.line *= Affine::translate((right, up));
        self.word = self.line;
    }

    /// Letters are about half as wide as high.
    fn say(&mut self) {
        #[expect(clippy::cast_precision_loss, reason = "strings are short")]
        let width = self.text as f64 * self.now.size * 0.5;
        let area = Rect::new(0.0, -0.25 * self.now.size, width, 0.9 * self.now.size);
        self.mark((self.now.turn * self.word).transform_rect_bbox(area));
        self.word *= Affine::translate((width, 0.0));
    }

    fn picture(&mut self) {
        self.mark(self.now.turn.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0)));
    }

    fn reach(&mut self, point: Point) {
        let point = self.now.turn * point;
        self.path = Some(self.path.map_or(Rect::from_points(point, point), |path| path.union_pt(point)));
    }

    fn mark(&mut self, area: Rect) {
        if self.marks.areas.len() < MOST {
            self.marks.areas.push(area);
        }
    }
}

enum Token<'a> {
    Number(f64),
    /// A string of so many bytes.
    Text(usize),
    Word(&'a [u8]),
    Other,
}

fn next<'a>(content: &'a [u8], at: &mut usize) -> Option<Token<'a>> {
    while content.get(*at)?.is_ascii_whitespace() || content.get(*at) == Some(&0) {
        *at += 1;
    }
    let start = *at;
    match *content.get(start)? {
        b'(' => {
            *at = end_of_string(content, start);
            Some(Token::Text((*at - start).saturating_sub(2)))
        }
        b'<' if content.get(start + 1) == Some(&b'<') => {
            *at += 2;
            Some(Token::Other)
        }
        b'<' => {
            let length =
                content[start..].iter().position(|byte| *byte == b'>').unwrap_or(content.len() - start);
            *at = (start + length + 1).min(content.len());
            Some(Token::Text(length.saturating_sub(1) / 2))
        }
        b'%' => {
            let rest = content[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            *at = rest.map_or(content.len(), |rest| start + rest);
            Some(Token::Other)
        }
        b'>' | b'[' | b']' | b'{' | b'}' | b')' => {
            *at += 1;
            Some(Token::Other)
        }
        b'/' => {
            *at += 1 + regular(&content[start + 1..]);
            Some(Token::Other)
        }
        _ => {
            *at += regular(&content[start..]).max(1);
            let word = &content[start..*at];
            let number = matches!(word[0], b'0'..=b'9' | b'+' | b'-' | b'.');
            let number = number.then(|| std::str::from_utf8(word).ok()?.parse().ok()).flatten();
            Some(number.map_or(Token::Word(word), Token::Number))
        }
    }
}

fn regular(content: &[u8]) -> usize {
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\0()<>[]{}/%".contains(byte);
    content.iter().position(ends).unwrap_or(content.len())
}

fn end_of_string(content: &[u8], start: usize) -> usize {
    let (mut depth, mut at) = (0_usize, start);
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at.min(content.len())
}

/// Behind the "EI" that ends a picture within the content.
fn end_of_picture(content: &[u8], from: usize) -> usize {
    let ends = |at: usize| {
        let parted = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
        content.get(at..at + 2) == Some(b"EI")
            && parted(content.get(at + 2))
            && parted(at.checked_sub(1).and_then(|before| content.get(before)))
    };
    (from..content.len()).find(|at| ends(*at)).map_or(content.len(), |at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_shapes_and_pictures_are_seen_where_they_stand() {
        let content = b"q 1 0 0 1 50 40 cm BT /F1 10 Tf 0 0 Td (Hello \\) world) Tj ET Q\n\
            100 200 30 40 re f 0 0 5 5 re n q 20 0 0 10 300 400 cm /Im1 Do Q";
        let marks = Marks::of_content(content);
        assert_eq!(marks.areas.len(), 3, "{:?}", marks.areas);
        assert!(marks.areas[0].contains(Point::new(60.0, 42.0)) && marks.areas[0].x1 < 150.0);
        assert_eq!(marks.areas[1], Rect::new(100.0, 200.0, 130.0, 240.0));
        assert_eq!(marks.areas[2], Rect::new(300.0, 400.0, 320.0, 410.0));
        assert_eq!((marks.closed, marks.left_open), (0, 0));
    }

    #[test]
    fn what_is_left_open_is_counted_and_pictures_within_are_passed_over() {
        let marks = Marks::of_content(b"Q q q BI /W 1 /H 1 /BPC 8 /CS /G ID Q Q \xff EI Q");
        assert_eq!((marks.closed, marks.left_open), (1, 1));
    }

    #[test]
    fn nonsense_ends() {
        for content in [&b"(((("[..], b"<<<<", b"<ab", b"BI ID", b"]]]) Tj", b"%"] {
            let _ = Marks::of_content(content);
        }
    }
}
