# Cuts an OpenAPI description to $path and the paths below it, with the schemas that those need.
def refs: [.. | objects | .["$ref"] | strings | ltrimstr("#/components/schemas/")] | unique;

.components.schemas as $schemas
| def needed: (. + [$schemas[.[]] | refs[]] | unique) as $more | if $more == . then . else ($more | needed) end;
.paths |= with_entries(select(.key == $path or (.key | startswith($path + "/"))))
| del(.paths[][]["x-code-samples"])
| .components = {schemas: (.paths | refs | needed | map({key: ., value: $schemas[.]}) | from_entries)}
