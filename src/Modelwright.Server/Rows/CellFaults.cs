using Modelwright.Core.Data;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Rows;

/// <summary>The texts for cells that cannot be read.</summary>
internal static class CellFaults
{
    private const string NoValue = "or give null where there is no value.";

    internal static RequestFault Unreadable(ColumnSpec spec, int row, string value) => new(
        spec.Type == ColumnType.Number ? "it cannot be read as a number." : "it cannot be read as a point in time.",
        $"{Example(spec)}, {NoValue}",
        row,
        spec.Name,
        RequestFault.Shown(value));

    internal static RequestFault NotFinite(ColumnSpec spec, int row, string value) => new(
        "it is not finite, or beyond what a double holds.", $"Give a finite number, {NoValue}", row, spec.Name, RequestFault.Shown(value));

    internal static RequestFault NoCell(ColumnSpec spec, int row, string kind) => new(
        $"a value of JSON {kind} cannot stand in a cell.", $"Give a number, a text, true or false, {NoValue}", row, spec.Name);

    internal static RequestFault HalfCharacter(ColumnSpec spec, int row) => new(
        "a text holds half a character (a \\ud800 to \\udfff without its other half) or bytes that are no UTF-8.", "Write whole characters in UTF-8.", row, spec.Name);

    internal static RequestFault TooLong(ColumnSpec spec, int row, int length, int most) => new(
        FormattableString.Invariant($"a text has {length} characters, and at most {most} are taken."), "Give a shorter text.", row, spec.Name);

    internal static RequestFault Twice(ColumnSpec spec, int row) => new("it is given more than once.", "Give it once.", row, spec.Name);

    internal static RequestFault Absent(ColumnSpec spec, int? row, string suggestion) => new(
        $"it was not found, and the model needs it.{suggestion}", "Add it, with null where there is no value; case matters.", row, spec.Name);

    private static string Example(ColumnSpec spec) => spec.Type == ColumnType.Number ? "Write it like 1234.5"
        : spec.TimeFormats.Count == 0 ? "Write it like 2026-03-31 or 2026-03-31T14:30:00"
        : $"Write it in the format {string.Join(" or ", spec.TimeFormats.Select(format => $"'{format}'"))}";
}
