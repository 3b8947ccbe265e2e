# nginx.sh NGINX CONFIGURATION PIDFILE : nginx in the foreground. After a master that was killed its workers live on
# and keep the port: they are in the process group of the number that it left behind.
if [ -s "$3" ]; then
    pkill -KILL -x -g "$(cat "$3")" nginx
fi
exec "$1" -c "$2" -e stderr -g 'daemon off;'
