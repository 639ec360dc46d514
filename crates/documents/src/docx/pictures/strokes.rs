//! Icons as dots: Word shows no strokes of ours that LibreOffice shows too, but both show a picture.

use std::ops::Range;

use kurbo::{Affine, BezPath, PathEl, Point, Rect, RoundedRect, Shape, flatten};

use crate::palette::Colour;

/// Dots for each point of length: sharp on paper at 216 to the inch.
const DOTS: f64 = 3.0;
/// Points across an icon that stands alone; Word scales it.
const ALONE: f64 = 64.0;

/// What an icon stands on; lengths in points.
pub struct Ground {
    pub width: f64,
    pub height: f64,
    pub colour: Colour,
}

/// Red, green, blue and how much of it covers what is beneath, dot by dot.
pub struct Sheet {
    width: u32,
    height: u32,
    dots: Vec<u8>,
}

impl Sheet {
    /// Draws an icon of 24 by 24 units, its strokes 2 units wide with round ends, in the middle of its ground.
    pub fn draw(path: &str, ink: Colour, ground: Option<Ground>) -> Self {
        let (width, height, share) =
            ground.as_ref().map_or((ALONE, ALONE, 1.0), |it| (it.width, it.height, 0.56));
        let unit = height * share / 24.0 * DOTS;
        let middle = Point::new(width * DOTS / 2.0, height * DOTS / 2.0);
        let strokes = lines(
            path,
            Affine::translate(middle.to_vec2()) * Affine::scale(unit) * Affine::translate((-12.0, -12.0)),
        );
        let panel = Rect::new(0.0, 0.0, width * DOTS, height * DOTS);
        let panel = RoundedRect::from_rect(panel, height * DOTS * 0.16);
        let ground = ground.map(|it| it.colour);
        let (across, down) = (whole(width * DOTS), whole(height * DOTS));
        let near = nearness(&strokes, (across, down), unit + 1.0);
        let mut dots = Vec::new();
        for ((x, y), near) in places(0..across, 0..down).zip(near) {
            // Half covered where the edge of the stroke runs through the middle of the dot.
            let covers = (unit - near + 0.5).clamp(0.0, 1.0);
            let shown = panel.winding(middle_of(x, y)) != 0;
            dots.extend(
                ground.map_or_else(|| alone(ink, covers), |ground| mixed(ink, ground, covers, shown)),
            );
        }
        Self { width: across, height: down, dots }
    }

    pub fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        // Writing into memory cannot fail; an empty picture would be seen at once.
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&self.dots));
        if written.is_err() {
            bytes.clear();
        }
        bytes
    }
}

fn alone(ink: Colour, covers: f64) -> [u8; 4] {
    [ink.0, ink.1, ink.2, shade(covers * 255.0)]
}

/// What is not shown has the ground's colour all the same: a reader that makes the picture smaller mixes it in.
fn mixed(ink: Colour, ground: Colour, covers: f64, shown: bool) -> [u8; 4] {
    let mix = |ink: u8, ground: u8| shade(f64::from(ink) * covers + f64::from(ground) * (1.0 - covers));
    [mix(ink.0, ground.0), mix(ink.1, ground.1), mix(ink.2, ground.2), if shown { u8::MAX } else { 0 }]
}

fn shade(value: f64) -> u8 {
    u8::try_from(whole(value)).unwrap_or(u8::MAX)
}

/// A path as short straight lines.
fn lines(path: &str, place: Affine) -> Vec<(Point, Point)> {
    let path = place * BezPath::from_svg(path).unwrap_or_default();
    let (mut lines, mut start, mut at) = (Vec::new(), Point::ORIGIN, Point::ORIGIN);
    flatten(path, 0.1, |element| match element {
        PathEl::MoveTo(to) => (start, at) = (to, to),
        PathEl::LineTo(to) => {
            lines.push((at, to));
            at = to;
        }
        PathEl::ClosePath => {
            lines.push((at, start));
            at = start;
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    lines
}

/// How far each dot is from the nearest stroke, where that is not beyond `reach`.
fn nearness(strokes: &[(Point, Point)], (across, down): (u32, u32), reach: f64) -> Vec<f64> {
    let mut near = vec![f64::INFINITY; places(0..across, 0..down).count()];
    for line in strokes {
        let around = Rect::from_points(line.0, line.1).inflate(reach, reach);
        let columns = whole(around.x0)..whole(around.x1).min(across);
        let rows = whole(around.y0)..whole(around.y1).min(down);
        for (x, y) in places(columns, rows) {
            let at = usize::try_from(y * across + x).unwrap_or(usize::MAX);
            if let Some(known) = near.get_mut(at) {
                *known = known.min(distance(*line, middle_of(x, y)));
            }
        }
    }
    near
}

/// Row by row.
fn places(columns: Range<u32>, rows: Range<u32>) -> impl Iterator<Item = (u32, u32)> {
    rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
}

fn middle_of(x: u32, y: u32) -> Point {
    Point::new(f64::from(x) + 0.5, f64::from(y) + 0.5)
}

fn distance((from, to): (Point, Point), dot: Point) -> f64 {
    let (along, length) = (to - from, (to - from).hypot2());
    let part = if length > 0.0 { ((dot - from).dot(along) / length).clamp(0.0, 1.0) } else { 0.0 };
    (dot - (from + along * part)).hypot()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small count of dots or a shade"
)]
fn whole(value: f64) -> u32 {
    value.round().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture;
    use crate::sink::Image;

    const INK: Colour = Colour(10, 90, 99);
    const GROUND: Colour = Colour(224, 238, 238);

    fn dots(path: &str, ground: Option<Ground>) -> (Vec<u8>, u32, u32) {
        match picture::decode(&Sheet::draw(path, INK, ground).png()).unwrap() {
            Image::Rgb { pixels, width, height } => (pixels, width, height),
            Image::Jpeg { .. } => panic!("it is a PNG"),
        }
    }

    fn at(dots: &(Vec<u8>, u32, u32), x: u32, y: u32) -> &[u8] {
        let from = usize::try_from((y * dots.1 + x) * 3).unwrap();
        &dots.0[from..from + 3]
    }

    #[test]
    fn a_stroke_is_inked_and_its_ground_has_round_corners() {
        let drawn = dots("M4 12h16", Some(Ground { width: 54.0, height: 50.0, colour: GROUND }));
        assert_eq!((drawn.1, drawn.2), (162, 150));
        assert_eq!(at(&drawn, 81, 75), [10, 90, 99], "the middle of the stroke");
        assert_eq!(at(&drawn, 81, 40), [224, 238, 238], "above it");
        assert_eq!(at(&drawn, 0, 0), [255, 255, 255], "the corner is cut");
    }

    #[test]
    fn an_icon_alone_has_no_ground() {
        let drawn = dots("M4 12h16", None);
        assert_eq!(at(&drawn, 96, 20), [255, 255, 255]);
        assert_eq!(at(&drawn, 96, 96), [10, 90, 99]);
    }
}
