using Modelwright.Core.Data;

namespace Modelwright.Leaks.Planting;

/// <summary>A table as it was read, its target as texts and as numbers that rise with it.</summary>
internal sealed class TargetTable
{
    /// <summary>Looks at the target.</summary>
    public TargetTable(Table table, string target, bool isNumber)
    {
        (Table, IsNumber) = (table, isNumber);
        Texts = [.. Enumerable.Range(0, table.RowCount).Select(row => table[target].Format(row) ?? "")];
        string[] classes = [.. Texts.CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
        Numbers = isNumber
            ? Array.ConvertAll(Texts, text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
            : Array.ConvertAll(Texts, text => (double)Array.IndexOf(classes, text));
        double[] sorted = [.. Numbers.Order()];
        // Of numbers the upper third, of classes all but the most frequent: what an event is.
        IsEvent = isNumber ? Array.ConvertAll(Numbers, value => value > sorted[sorted.Length * 2 / 3]) : Array.ConvertAll(Numbers, value => value == 1);
    }

    /// <summary>The rows.</summary>
    public Table Table { get; }

    /// <summary>Whether the target is a number.</summary>
    public bool IsNumber { get; }

    /// <summary>The target as written.</summary>
    public string[] Texts { get; }

    /// <summary>The target's numbers, or its classes numbered by how often they come.</summary>
    public double[] Numbers { get; }

    /// <summary>Whether a row is of the class, or in the range, that leaks tell of.</summary>
    public bool[] IsEvent { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Table.RowCount;
}
