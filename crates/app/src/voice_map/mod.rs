//! The voice map: through what children's voice reaches the board, and whose does not.

mod export;
mod keep;
pub(crate) mod show;

use pledgeboard_domain::{Channel, id::ChannelId};

use crate::command::commands;

use export::{ExportMap, ExportedMap};
use keep::{HearChannel, NewChannel};
use show::{MapPage, ShowMap};

commands! {
    read "voice_map.show" => show::show, ShowMap => MapPage;
    read "voice_map.export" => export::export, ExportMap => ExportedMap;
    write "voice_map.add_channel" => keep::add, NewChannel => ChannelId;
    write "voice_map.save_channel" => keep::save, Channel => ChannelId;
    write "voice_map.hear" => keep::hear, HearChannel => Channel;
}
