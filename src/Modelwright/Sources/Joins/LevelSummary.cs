using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>The most frequent of levels, of several the first by name, and how many different ones there are.</summary>
internal sealed class LevelSummary(string name, CategoryColumn levels, int rows) : IChildSummary
{
    private readonly Dictionary<int, int> _counts = [];
    private readonly int[] _most = Filled(rows);
    private readonly double[] _distinct = new double[rows];
    private int _best;

    public void Begin()
    {
        _counts.Clear();
        _best = CategoryColumn.Missing;
    }

    public void Take(int childRow)
    {
        var code = levels.Codes.At(childRow);
        if (code < 0)
        {
            return;
        }

        var count = _counts.GetValueOrDefault(code) + 1;
        _counts[code] = count;
        if (_best < 0 || count > _counts[_best] || (count == _counts[_best] && string.CompareOrdinal(levels.Levels[code], levels.Levels[_best]) < 0))
        {
            _best = code;
        }
    }

    public void Write(int parentRow) => (_most[parentRow], _distinct[parentRow]) = (_best, _counts.Count);

    public IEnumerable<Column> Build() => [new CategoryColumn($"{name}.most_frequent", levels.Levels, _most), new NumberColumn($"{name}.distinct", _distinct)];

    private static int[] Filled(int rows)
    {
        var codes = new int[rows];
        Array.Fill(codes, CategoryColumn.Missing);
        return codes;
    }
}
