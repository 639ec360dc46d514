//! Pieces of PDF's syntax (ISO 32000-1, 7.3), put at the end of what is there.

use lopdf::{Dictionary, Object};
use pledgeboard_domain::text::steers;

pub fn number(bytes: &mut Vec<u8>, number: impl itoa::Integer) {
    bytes.extend(itoa::Buffer::new().format(number).as_bytes());
}

pub fn reference(bytes: &mut Vec<u8>, object: u32) {
    number(bytes, object);
    bytes.extend(b" 0 R");
}

/// Any object that printpdf makes. A stream's content stands after its dictionary, which is all that is put here.
pub fn object(bytes: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => bytes.extend(b"null"),
        Object::Boolean(value) => bytes.extend(if *value { b"true".as_slice() } else { b"false" }),
        Object::Integer(value) => number(bytes, *value),
        Object::Real(value) => length(bytes, (*value).into()),
        Object::Name(said) => name(bytes, said),
        Object::String(said, _) => {
            bytes.push(b'<');
            said.iter().for_each(|byte| bytes.extend([byte >> 4, byte & 15].map(digit)));
            bytes.push(b'>');
        }
        Object::Array(items) => {
            bytes.push(b'[');
            for item in items {
                self::object(bytes, item);
                bytes.push(b' ');
            }
            bytes.push(b']');
        }
        Object::Dictionary(said) => dictionary(bytes, said),
        Object::Stream(stream) => dictionary(bytes, &stream.dict),
        Object::Reference((object, _)) => reference(bytes, *object),
    }
}

pub fn dictionary(bytes: &mut Vec<u8>, dictionary: &Dictionary) {
    bytes.extend(b"<<");
    for (key, value) in dictionary {
        name(bytes, key);
        bytes.push(b' ');
        object(bytes, value);
    }
    bytes.extend(b">>");
}

fn name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"+-._".contains(byte) {
            bytes.push(*byte);
        } else {
            bytes.extend([b'#', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// A length to a thousandth, without needless noughts.
pub fn length(bytes: &mut Vec<u8>, value: f64) {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    let thousandths = (value * 1000.0).round() as i64;
    if thousandths < 0 {
        bytes.push(b'-');
    }
    let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    number(bytes, whole);
    if part > 0 {
        bytes.push(b'.');
        let mut place = 100;
        while part > 0 {
            bytes.push(b'0' + u8::try_from(part / place).unwrap_or(0));
            part %= place;
            place /= 10;
        }
    }
}

/// Text as PDF keeps it: UTF-16 with its mark.
pub fn text(bytes: &mut Vec<u8>, text: &str) {
    let mut unit = [0; 2];
    bytes.extend(b"<FEFF");
    for character in text.chars().filter(|it| !steers(*it)) {
        for unit in character.encode_utf16(&mut unit) {
            hex(bytes, *unit);
        }
    }
    bytes.push(b'>');
}

/// Four digits.
pub fn hex(bytes: &mut Vec<u8>, unit: u16) {
    for byte in unit.to_be_bytes() {
        bytes.extend([byte >> 4, byte & 15].map(digit));
    }
}

fn digit(half: u8) -> u8 {
    b"0123456789ABCDEF".get(usize::from(half)).copied().unwrap_or(b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(put: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut bytes = Vec::new();
        put(&mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn lengths_are_short() {
        let said = [0.0, 1.5, -0.05, 12.3456, -7.0].map(|value| written(|it| length(it, value)));
        assert_eq!(said, ["0", "1.5", "-0.05", "12.346", "-7"]);
    }

    #[test]
    fn text_is_kept_in_utf_16_without_what_steers() {
        assert_eq!(written(|it| text(it, "Ab\u{202e}🙂")), "<FEFF00410062D83DDE42>");
    }
}
