using System.Globalization;
using System.Text;

namespace Modelwright.Acceptance.Tests.Odd;

/// <summary>Rows made by seed, as the text of a CSV file.</summary>
internal sealed class OddTable(int seed, string header)
{
    private readonly StringBuilder _text = new StringBuilder(header).Append('\n');

    /// <summary>The only origin of chance.</summary>
    public Random Chance { get; } = new(seed);

    /// <summary>A draw from the normal distribution, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Chance.NextDouble())) * Math.Cos(2 * Math.PI * Chance.NextDouble());

    /// <summary>Adds a row; numbers with three digits, null as an empty cell.</summary>
    public OddTable Add(params IEnumerable<object?> cells)
    {
        _text.AppendJoin(',', cells.Select(cell => cell is double number ? number.ToString("F3", CultureInfo.InvariantCulture) : cell)).Append('\n');
        return this;
    }

    /// <summary>Writes the file.</summary>
    public string Write(TempFolder folder, string name = "rows.csv") => folder.Write(name, _text.ToString());
}
