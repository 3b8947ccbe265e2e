# nginx.sh NGINX CONFIGURATION RUN : nginx in the foreground. After a master that was killed its workers live on and
# keep the port: they are in the process group of the number that it left behind.
if [ -s "$3/nginx.pid" ]; then
    pkill -KILL -x -g "$(cat "$3/nginx.pid")" nginx
fi
exec "$1" -c "$2" -e stderr -g 'daemon off;'
