using Modelwright.Sources.Columns;

namespace Modelwright.Sources.Delimited;

/// <summary>What the numbers in the first records of a file say about its decimal mark.</summary>
/// <param name="IsComma">Whether it is a comma.</param>
/// <param name="Note">What a person should know; null where there is no doubt.</param>
internal sealed record DecimalMark(bool IsComma, string? Note)
{
    private const string Remedy = "set DecimalMark (--decimal)";

    /// <summary>Weighs the evidence, or takes what the options say.</summary>
    /// <param name="names">The columns.</param>
    /// <param name="rows">Records without the names, each with as many cells.</param>
    /// <param name="separator">The character between cells.</param>
    /// <param name="options">Tells the mark, or the columns whose text is kept and says nothing.</param>
    internal static DecimalMark Of(IReadOnlyList<string> names, IReadOnlyList<string[]> rows, char separator, ReadOptions options)
    {
        if (options.DecimalMark is { } told)
        {
            return new(told == ',', null);
        }

        var said = new List<Evidence>(names.Count);
        for (var column = 0; column < names.Count; column++)
        {
            if (!options.KeepsText(names[column]))
            {
                said.Add(Evidence.Of(names[column], rows, column));
            }
        }

        var columns = said.ToArray();
        return (Array.Find(columns, column => column.SaysComma), Array.Find(columns, column => column.SaysPoint)) switch
        {
            (null, null) => Open(columns, separator, options.ExpectsDecimalComma),
            (null, { } point) => new(false, options.ExpectsDecimalComma ? $"Numbers have decimal points, such as '{point.Point}' in column '{point.Name}', and had decimal commas when the model was trained. If that is wrong, {Remedy}." : null),
            ({ } comma, null) => new(true, options.ExpectsDecimalComma ? null : $"Numbers have decimal commas, such as '{comma.Comma}' in column '{comma.Name}'. If that is wrong, {Remedy}."),
            ({ } comma, { } point) => Both(comma, point, options.ExpectsDecimalComma),
        };
    }

    // Nothing tells. Of comma-separated text nobody expects decimal commas.
    private static DecimalMark Open(Evidence[] columns, char separator, bool expectsComma)
    {
        if ((separator == ',' && !expectsComma) || Array.Find(columns, column => column.Unclear is not null) is not { } unclear)
        {
            return new(expectsComma, null);
        }

        var how = expectsComma ? "it was read with decimal commas, as when the model was trained" : "only points were read as decimal marks";
        return new(expectsComma, $"'{unclear.Unclear}' in column '{unclear.Name}' may be a number with three decimals or one in thousands, and nothing in the file tells; {how}. If that is wrong, {Remedy}.");
    }

    private static DecimalMark Both(Evidence comma, Evidence point, bool expectsComma)
    {
        var (how, others) = expectsComma ? ("points were left as text, as numbers had commas when the model was trained", "points") : ("commas were left as text", "they");
        return new(expectsComma, $"'{comma.Comma}' in column '{comma.Name}' looks like a number with a decimal comma and '{point.Point}' in column '{point.Name}' like one with a decimal point; {how}. If {others} are decimal marks, {Remedy}.");
    }

    /// <summary>What one column says.</summary>
    private sealed record Evidence(string Name)
    {
        private bool _allComma = true;
        private bool _allPoint = true;

        /// <summary>A cell that can be read with a decimal comma only.</summary>
        internal string? Comma { get; private set; }

        /// <summary>A cell that can be read with a decimal point only.</summary>
        internal string? Point { get; private set; }

        /// <summary>A cell that is another number by either mark.</summary>
        internal string? Unclear { get; private set; }

        internal bool SaysComma => _allComma && Comma is not null;

        internal bool SaysPoint => _allPoint && Point is not null;

        internal static Evidence Of(string name, IReadOnlyList<string[]> rows, int column)
        {
            var evidence = new Evidence(name);
            foreach (var row in rows)
            {
                evidence.Add(row[column].Trim());
            }

            evidence.Unclear = evidence._allComma || evidence._allPoint ? evidence.Unclear : null;
            return evidence;
        }

        private void Add(string cell)
        {
            if (cell.Length == 0 || MissingText.IsAmongNumbers(cell))
            {
                return;
            }

            var isComma = CommaNumber.Read(cell, out _) != NumberKind.None;
            var isPoint = IsPoint(cell);
            _allComma &= isComma;
            _allPoint &= isPoint;
            if (isComma && isPoint)
            {
                Unclear = cell.AsSpan().ContainsAny(',', '.') ? cell : Unclear;
            }
            else if (isComma && cell.Contains(',', StringComparison.Ordinal))
            {
                Comma ??= cell;
            }
            else if (isPoint)
            {
                Point ??= cell;
            }
        }

        // With or without commas between thousands.
        private static bool IsPoint(ReadOnlySpan<char> cell)
        {
            if (NumberText.Read(cell, out _) != NumberKind.None)
            {
                return true;
            }

            var point = cell.IndexOf('.');
            return CommaNumber.MayBeGrouped(point < 0 ? cell : cell[..point]) && (point < 0 || !cell[(point + 1)..].ContainsAnyExceptInRange('0', '9'));
        }
    }
}
