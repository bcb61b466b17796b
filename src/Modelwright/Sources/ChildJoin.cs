using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>Rows of another table that belong to the rows read, such as the orders of each customer; they are summed up to one row each.</summary>
/// <param name="Address">Where the other rows are: whatever <see cref="SourceTable.ReadAsync"/> takes.</param>
/// <param name="Key">The column of the other rows that says to which row they belong.</param>
/// <param name="ParentKey">The column of the rows read that holds the same values.</param>
/// <param name="Time">The column of the other rows that says when each was known; null means their only column of times, if there is one.</param>
public sealed record ChildJoin(string Address, string Key, string ParentKey, string? Time = null)
{
    /// <summary>What the new columns begin with: the name of the file without its folder and extension.</summary>
    public string Name => Path.GetFileName(Address).Split('.')[0] is { Length: > 0 } name && !name.AsSpan().ContainsAny("*?'\" ") ? name : "joined";

    /// <summary>Reads "orders.csv:customer_id", "orders.csv:customer_id=id" or "orders.csv:customer_id=id@ordered".</summary>
    /// <param name="text">The other rows, ':', their key, '=' and the key of the rows read where it has another name, '@' and the column of times where there are several.</param>
    /// <returns>The join.</returns>
    /// <exception cref="OptionsException">It is none; the text shows how to write it.</exception>
    public static ChildJoin Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        var keys = colon < 0 ? "" : text[(colon + 1)..];
        var at = keys.IndexOf('@', StringComparison.Ordinal);
        var time = at < 0 ? null : keys[(at + 1)..];
        var pair = (at < 0 ? keys : keys[..at]).Split('=');
        return colon > 0 && pair.Length <= 2 && pair.All(key => key.Length > 0) && time != ""
            ? new(text[..colon], pair[0], pair[^1], time)
            : throw new OptionsException($"A join must be FILE:KEY, FILE:KEY=KEY_OF_THE_ROWS, or one of these with @TIME behind. Got '{SourceAddress.WithoutPassword(text)}'. Write it as orders.csv:customer_id, or orders.csv:customer_id=id@ordered_at.");
    }

    /// <summary>As it is written down: without folders, and without anything secret.</summary>
    /// <returns>'orders:customer_id=id@ordered_at'.</returns>
    public override string ToString() => $"{Name}:{Key}{(Key == ParentKey ? "" : $"={ParentKey}")}{(Time is null ? "" : $"@{Time}")}";
}
