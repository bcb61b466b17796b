using System.Text.Json;

namespace Modelwright.Fuzz.Json;

/// <summary>What a JSON object says, or that it cannot say it.</summary>
internal static class PlainObject
{
    /// <summary>The members of one object; null where the text is no sound JSON object.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="checksValues">Whether half a character in a value, and not only in a name, makes it unsound.</param>
    internal static List<(string Name, JsonElement Value)>? Members(ReadOnlyMemory<byte> text, bool checksValues = true)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && (!checksValues || AreWhole(document.RootElement))
                ? [.. document.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.Clone()))]
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a value holds whole characters only.</summary>
    internal static bool IsWhole(JsonElement value)
    {
        try
        {
            return AreWhole(value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Asking for a text that holds half a character throws.
    private static bool AreWhole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is not null,
        JsonValueKind.Array => value.EnumerateArray().All(AreWhole),
        JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && AreWhole(member.Value)),
        _ => true,
    };
}
