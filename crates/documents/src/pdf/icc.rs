//! A colour profile for sRGB, written from the numbers of IEC 61966-2-1 in the format of ICC.1:2004-10.

/// Signature, then the tag's bytes.
type Tag = (&'static [u8; 4], Vec<u8>);

pub fn srgb() -> Vec<u8> {
    let curve = curve();
    let tags: [Tag; 10] = [
        (b"desc", words("sRGB")),
        (b"cprt", words("No copyright, use freely")),
        // The white of the profile connection space, D50.
        (b"wtpt", xyz([0.964_2, 1.0, 0.824_9])),
        // From the white of sRGB, D65, to D50 (Bradford).
        (
            b"chad",
            fixed_array(&[
                1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_07, -0.009_25, 0.015_08, 0.751_68,
            ]),
        ),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_10])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let table = 4 + 12 * tags.len();
    let (mut directory, mut data) = (Vec::new(), Vec::new());
    directory.extend(size(tags.len()));
    for (signature, bytes) in tags {
        directory.extend(signature);
        directory.extend(size(128 + table + data.len()));
        directory.extend(size(bytes.len()));
        data.extend(&bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(128 + directory.len() + data.len());
    profile.append(&mut directory);
    profile.append(&mut data);
    profile
}

fn header(length: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend(size(length));
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // The date of the profile: 1 January 2026.
    header.extend([0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend([0.964_2, 1.0, 0.824_9].into_iter().flat_map(fixed));
    header.resize(128, 0);
    header
}

/// The curve of sRGB as a parametric curve of type 3.
fn curve() -> Vec<u8> {
    let mut bytes = b"para\0\0\0\0\0\x03\0\0".to_vec();
    let parameters = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];
    bytes.extend(parameters.into_iter().flat_map(fixed));
    bytes
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    b"XYZ \0\0\0\0".iter().copied().chain(values.into_iter().flat_map(fixed)).collect()
}

fn fixed_array(values: &[f64]) -> Vec<u8> {
    b"sf32\0\0\0\0".iter().copied().chain(values.iter().copied().flat_map(fixed)).collect()
}

/// Words in one language, as UTF-16.
fn words(text: &str) -> Vec<u8> {
    let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut bytes = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenGB".to_vec();
    bytes.extend(size(text.len()));
    bytes.extend(size(28));
    bytes.extend(text);
    bytes
}

/// A signed number with 16 bits after the point.
fn fixed(value: f64) -> [u8; 4] {
    #[expect(clippy::cast_possible_truncation, reason = "all values lie between -2 and 3")]
    let number = (value * 65_536.0).round() as i32;
    number.to_be_bytes()
}

fn size(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_length_and_starts_its_tags_on_whole_words() {
        let profile = srgb();
        assert_eq!(profile[..4], size(profile.len()));
        assert_eq!(&profile[36..40], b"acsp");
        let count = usize::from(profile[131]);
        for tag in 0..count {
            let offset = 132 + 12 * tag + 4;
            let start = u32::from_be_bytes(profile[offset..offset + 4].try_into().unwrap());
            assert_eq!(start % 4, 0);
        }
    }
}
