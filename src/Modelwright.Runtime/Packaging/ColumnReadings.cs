using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Runtime.Packaging.Records;

namespace Modelwright.Runtime.Packaging;

/// <summary>What version 2 stores of each column beside version 1: how its numbers are written, its kind, its separator and its unit.</summary>
internal static class ColumnReadings
{
    private const string Kinds = "kinds";
    private const string Suffixes = "number_suffixes";
    private const string Factors = "number_suffix_factors";
    private const string Json = "json";
    private const string ItemSeparators = ",;|";
    private const string DecimalSeparators = ".,";

    internal static bool IsNeeded(ColumnSpec spec) =>
        spec.Kind != ColumnKind.Plain || spec.ListSeparator is not null || spec.Unit is not null || !spec.Notation.IsPlain;

    internal static bool IsIn(RecordReader reader) => reader.Holds(Kinds);

    internal static void Write(IArtifactWriter writer, IReadOnlyList<ColumnSpec> columns)
    {
        writer.Texts(Kinds, [.. columns.Select(column => column.Kind.ToString())]);
        writer.Texts("list_separators", [.. columns.Select(column => column.ListSeparator ?? "")]);
        writer.Texts("units", [.. columns.Select(column => column.Unit ?? "")]);
        writer.Texts("decimal_separators", [.. columns.Select(column => column.Notation.DecimalSeparator.ToString())]);
        writer.Texts("group_separators", [.. columns.Select(column => column.Notation.GroupSeparators)]);
        writer.Bytes("negative_parentheses", [.. columns.Select(column => column.Notation.HasNegativeParentheses ? (byte)1 : (byte)0)]);
        TextLists.Write(writer, Suffixes, columns.Select(column => (IReadOnlyList<string>)[.. column.Notation.Suffixes.Select(suffix => suffix.Text)]));
        writer.Numbers(Factors, [.. columns.SelectMany(column => column.Notation.Suffixes.Select(suffix => suffix.Factor))]);
    }

    /// <summary>Adds to the specs what the record says of them.</summary>
    internal static void Read(RecordReader reader, ColumnSpec[] columns)
    {
        var kinds = Texts(reader, Kinds, columns.Length);
        var separators = Texts(reader, "list_separators", columns.Length);
        var units = Texts(reader, "units", columns.Length);
        var notations = Notations(reader, columns.Length);
        for (var position = 0; position < columns.Length; position++)
        {
            columns[position] = columns[position] with
            {
                Kind = (ColumnKind)TextLists.Word(kinds[position], typeof(ColumnKind)),
                ListSeparator = Separator(separators[position]),
                Unit = units[position].Length == 0 ? null : units[position],
                Notation = notations[position],
            };
        }
    }

    private static NumberNotation[] Notations(RecordReader reader, int count)
    {
        var decimals = Texts(reader, "decimal_separators", count);
        var groups = Texts(reader, "group_separators", count);
        var parentheses = reader.Bytes("negative_parentheses");
        var suffixes = TextLists.Read(reader, Suffixes, count);
        var factors = reader.Numbers(Factors);
        if (parentheses.Length != count || factors.Length != suffixes.Sum(list => (long)list.Length))
        {
            throw TextLists.Disagree(Suffixes);
        }

        var notations = new NumberNotation[count];
        var start = 0;
        for (var position = 0; position < count; position++)
        {
            notations[position] = new()
            {
                DecimalSeparator = Decimal(decimals[position], groups[position]),
                GroupSeparators = groups[position],
                HasNegativeParentheses = parentheses[position] != 0,
                Suffixes = [.. suffixes[position].Select((text, place) => Suffix(text, factors[start + place]))],
            };
            start += suffixes[position].Length;
        }

        return notations;
    }

    private static IReadOnlyList<string> Texts(RecordReader reader, string name, int count)
    {
        var texts = reader.Texts(name);
        return texts.Count == count ? texts : throw TextLists.Disagree(name);
    }

    private static string? Separator(string text) => text switch
    {
        "" => null,
        Json => text,
        _ when text.Length == 1 && ItemSeparators.Contains(text[0], StringComparison.Ordinal) => text,
        _ => throw PackageFile.Damaged($"its schema separates the items of a list by '{text}'"),
    };

    private static char Decimal(string text, string groups) =>
        text.Length == 1 && DecimalSeparators.Contains(text[0], StringComparison.Ordinal) && !groups.Contains(text[0], StringComparison.Ordinal) && !groups.Any(char.IsAsciiLetterOrDigit)
            ? text[0]
            : throw PackageFile.Damaged($"its schema writes numbers with '{text}' before decimals and '{groups}' between digits");

    private static NumberSuffix Suffix(string text, double factor) =>
        text.Length > 0 && double.IsFinite(factor) && factor > 0
            ? new(text, factor)
            : throw PackageFile.Damaged(FormattableString.Invariant($"its schema multiplies numbers that end with '{text}' by {factor}"));
}
