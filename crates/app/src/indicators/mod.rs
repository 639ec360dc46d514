//! Indicators: numbers that the board watches, entered once and shown in every promise whose measure is drawn from them.

use pledgeboard_domain::{
    Indicator, IndicatorPoint,
    id::{IndicatorId, IndicatorPointId},
};

use crate::command::{Nothing, commands};

mod enter;
mod keep;
mod list;
mod one;
pub(crate) mod usual;

use enter::{NewPoint, RemovePoint};
use keep::{NewIndicator, RetireIndicator};
use list::Indicators;
use one::{IndicatorPage, ShowIndicator};
use usual::AddUsual;

commands! {
    read "indicators.list" => list::list, Nothing => Indicators;
    read "indicators.show" => one::show, ShowIndicator => IndicatorPage;
    write "indicators.add" => keep::add, NewIndicator => Indicator;
    write "indicators.edit" => keep::edit, Indicator => Indicator;
    write "indicators.retire" => keep::retire, RetireIndicator => IndicatorId;
    write "indicators.add_usual" => usual::add, AddUsual => u32;
    write "indicators.enter" => enter::enter, NewPoint => IndicatorPoint;
    write "indicators.edit_point" => enter::edit, IndicatorPoint => IndicatorPoint;
    write "indicators.remove_point" => enter::remove, RemovePoint => IndicatorPointId;
}
