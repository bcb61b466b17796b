using System.Text.Json;
using System.Text.RegularExpressions;

namespace Modelwright.Cli.Tests;

/// <summary>
/// Checks documents by the schemas in docs/, as far as those schemas go: type, properties, required, additionalProperties,
/// items, enum, const, minimum, maximum, pattern, oneOf and references to other files. A word it does not know is an error.
/// </summary>
internal static class JsonSchema
{
    private static readonly HashSet<string> Known =
    [
        "$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "const",
        "minimum", "maximum", "pattern", "$ref", "oneOf",
    ];

    /// <summary>All places where a document is not as its schema says; empty where it is.</summary>
    public static IReadOnlyList<string> Faults(JsonElement document, string schema) => [.. Check(document, Load(schema), "$")];

    private static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", name))).RootElement;

    private static IEnumerable<string> Check(JsonElement value, JsonElement schema, string path)
    {
        foreach (var unknown in schema.EnumerateObject().Select(word => word.Name).Where(word => !Known.Contains(word)))
        {
            yield return $"{path}: the schema says '{unknown}', which is not checked here";
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = Load(reference.GetString()!);
        }

        if (schema.TryGetProperty("oneOf", out var several) && several.EnumerateArray().Count(one => !Check(value, one, path).Any()) is var fitting && fitting != 1)
        {
            yield return FormattableString.Invariant($"{path}: it is as {fitting} of the schemas of 'oneOf' say, where it must be as one");
        }

        foreach (var fault in Values(value, schema, path).Concat(Members(value, schema, path)))
        {
            yield return fault;
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var fault in value.EnumerateArray().SelectMany((item, position) => Check(item, items, $"{path}[{position}]")))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Values(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(word => IsOf(value, word)))
        {
            yield return $"{path}: {value.GetRawText()} is not of type {type.GetRawText()}";
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetRawText() == value.GetRawText()))
        {
            yield return $"{path}: {value.GetRawText()} is none of {words.GetRawText()}";
        }

        if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
        {
            yield return $"{path}: {value.GetRawText()} is not {constant.GetRawText()}";
        }

        if (schema.TryGetProperty("minimum", out var minimum) && value.GetDouble() < minimum.GetDouble())
        {
            yield return $"{path}: {value.GetRawText()} is below {minimum.GetRawText()}";
        }

        if (schema.TryGetProperty("maximum", out var maximum) && value.GetDouble() > maximum.GetDouble())
        {
            yield return $"{path}: {value.GetRawText()} is above {maximum.GetRawText()}";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
        {
            yield return $"{path}: {value.GetRawText()} is not like {pattern.GetRawText()}";
        }
    }

    private static IEnumerable<string> Members(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
            {
                yield return $"{path}: '{name}' is absent";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var isNamed = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out _);
            var rule = isNamed ? schema.GetProperty("properties").GetProperty(member.Name)
                : schema.TryGetProperty("additionalProperties", out var others) ? others : default;
            if (rule.ValueKind == JsonValueKind.False)
            {
                yield return $"{path}: '{member.Name}' is not in the schema";
            }
            else if (rule.ValueKind == JsonValueKind.Object)
            {
                foreach (var fault in Check(member.Value, rule, $"{path}.{member.Name}"))
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(word => word.GetString()!) : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
