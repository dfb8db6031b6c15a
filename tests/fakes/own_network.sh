# Run by own_network.py as the first process of a network, mount and process namespace of its own: one network card that
# leads nowhere, a message bus and an mDNS daemon of its own; then what its arguments name. All ends with this script.
set -eu
folder=$1
shift
mount -t tmpfs tmpfs /run
ip link set lo up
ip link add hall0 type veth peer name hall1
ip addr add 10.77.0.1/24 dev hall0
ip link set hall0 up
ip link set hall1 up

cat >"$folder/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=/run/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_type="method_call"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
END
cat >"$folder/avahi.conf" <<END
[server]
host-name=hall
use-ipv6=no
allow-interfaces=hall0
[publish]
disable-publishing=yes
END
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/run/bus
dbus-daemon --config-file="$folder/bus.conf" --nofork --nopidfile 2>"$folder/bus.log" &
until [ -S /run/bus ]; do sleep 0.02; done
avahi-daemon --file "$folder/avahi.conf" --no-drop-root --no-chroot --no-rlimits 2>"$folder/avahi.log" &
until [ -S /run/avahi-daemon/socket ]; do sleep 0.02; done
"$@"
