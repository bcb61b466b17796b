using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads the file behind --test-rows: a JSON list of row numbers, counted from 0.</summary>
internal static class TestRowList
{
    /// <summary>Reads the list.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="OptionsException">It is absent, or not such a list; the text says where.</exception>
    public static IReadOnlyList<int> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new OptionsException($"--test-rows: the file '{path}' was not found. Check the path.");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select((element, position) => Row(element, position, path))]
                : throw new OptionsException($"--test-rows: '{path}' must hold a JSON list of row numbers counted from 0, such as [0, 17, 230]. It holds {Kind(document.RootElement)}.");
        }
        catch (JsonException fault)
        {
            throw new OptionsException($"--test-rows: '{path}', line {(fault.LineNumber ?? 0) + 1} is not JSON. Write a list of row numbers counted from 0, such as [0, 17, 230].", fault);
        }
    }

    private static int Row(JsonElement element, int position, string path) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var row) && row >= 0
            ? row
            : throw new OptionsException($"--test-rows: '{path}', entry {position + 1} is {element.GetRawText()}. Every entry must be a whole number of 0 or more.");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "something else",
    };
}
