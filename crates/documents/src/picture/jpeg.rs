//! The frame of a JPEG picture. It goes into a document as it is, so its dots are not read: only what it says of itself, and
//! whether its data can hold that much.

/// What a JPEG says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
    /// 1 grey, 3 colours.
    pub components: u8,
    /// Its data comes to its own end, and is not too short for its size.
    pub is_whole: bool,
}

/// Reads it; none if it is no JPEG, or one that a PDF cannot hold.
pub fn read(bytes: &[u8]) -> Option<Frame> {
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8])?;
    let mut frame = None;
    loop {
        // Any number of fill bytes may stand before a marker (ITU-T T.81, B.1.1.2).
        while let [0xff, 0xff, ..] = rest {
            rest = rest.get(1..)?;
        }
        let [0xff, marker, ..] = *rest else { return frame };
        rest = rest.get(2..)?;
        let Some(segment) = segment(rest) else { return frame };
        match marker {
            // Start of frame: the ways that readers of PDF know (ISO 32000-1, 7.4.8).
            0xc0..=0xc2 => frame = Some(of(segment)?),
            // Other ways: lossless, hierarchical, arithmetic.
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcf => return None,
            // Start of scan: the data is behind it.
            0xda => {
                let frame: Frame = frame?;
                let data = rest.get(segment.len() + 2..).unwrap_or_default();
                return Some(Frame { is_whole: is_whole(data, &frame), ..frame });
            }
            _ => {}
        }
        rest = rest.get(segment.len() + 2..)?;
    }
}

/// Behind a marker, without its length.
fn segment(rest: &[u8]) -> Option<&[u8]> {
    let length = usize::from(u16::from_be_bytes([*rest.first()?, *rest.get(1)?]));
    rest.get(2..length)
}

/// ITU-T T.81, B.2.2.
fn of(segment: &[u8]) -> Option<Frame> {
    let [8, high, low, wide, narrow, components, ..] = *segment else { return None };
    let (height, width) = (u16::from_be_bytes([high, low]), u16::from_be_bytes([wide, narrow]));
    let usable = matches!(components, 1 | 3) && width > 0 && height > 0;
    usable.then(|| Frame { width: width.into(), height: height.into(), components, is_whole: false })
}

/// Every block of eight by eight dots takes a bit of the data at least, however plain the picture is; and the data ends
/// with a mark.
fn is_whole(data: &[u8], frame: &Frame) -> bool {
    let Some(end) = data.windows(2).rposition(|bytes| bytes == [0xff, 0xd9]) else { return false };
    let blocks = u64::from(frame.width.div_ceil(8)) * u64::from(frame.height.div_ceil(8));
    u64::try_from(end).unwrap_or(u64::MAX) * 8 >= blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of that size, tables left out, with so many bytes of data.
    fn jpeg(width: u16, height: u16, data: usize, end: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc0, 0, 17, 8];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.extend([3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        bytes.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
        bytes.extend(vec![0x5a; data]);
        bytes.extend(end);
        bytes
    }

    const END: &[u8] = &[0xff, 0xd9];

    #[test]
    fn its_size_is_read_from_its_frame() {
        let frame = read(&jpeg(30, 40, 200, END)).unwrap();
        assert_eq!(frame, Frame { width: 30, height: 40, components: 3, is_whole: true });
    }

    #[test]
    fn data_that_ends_early_or_is_too_little_for_the_size_is_not_whole() {
        assert!(!read(&jpeg(30, 40, 200, &[])).unwrap().is_whole, "it was cut off");
        assert!(!read(&jpeg(4000, 5000, 200, END)).unwrap().is_whole, "nobody draws that with 200 bytes");
        assert!(read(&jpeg(4000, 5000, 40_000, END)).unwrap().is_whole);
        let head = jpeg(30, 40, 0, &[]);
        for length in 0..head.len() {
            assert!(read(&head[..length]).is_none_or(|it| !it.is_whole), "{length} bytes");
        }
    }

    #[test]
    fn what_readers_of_pdf_do_not_know_is_none() {
        let mut lossless = jpeg(30, 40, 200, END);
        lossless[10] = 0xc3;
        let mut twelve_bits = jpeg(30, 40, 200, END);
        twelve_bits[13] = 12;
        assert_eq!((read(&lossless), read(&twelve_bits)), (None, None));
    }
}
