using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>How many rows belong to each row; 0 where none does.</summary>
internal sealed class CountSummary(string name, int rows) : IChildSummary
{
    private readonly double[] _counts = new double[rows];
    private int _count;

    public void Begin() => _count = 0;

    public void Take(int childRow) => _count++;

    public void Write(int parentRow) => _counts[parentRow] = _count;

    public IEnumerable<Column> Build() => [new NumberColumn($"{name}.count", _counts)];
}
