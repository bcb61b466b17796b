namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Counts what becomes of the cells of one column.</summary>
internal sealed class CellTally(string column)
{
    private const int MostExamples = 5;
    private readonly List<CellExample> _examples = [];

    internal int Missing { get; private set; }

    internal int Unseen { get; private set; }

    internal int Unreadable { get; private set; }

    internal CellExample? FirstUnreadable { get; private set; }

    internal void AddMissing(int cells) => Missing += cells;

    internal void Add(CellState state, int row, string text)
    {
        switch (state)
        {
            case CellState.Missing:
                Missing++;
                break;
            case CellState.Unseen:
                Unseen++;
                Keep(row, text);
                break;
            case CellState.Unreadable:
                Unreadable++;
                FirstUnreadable ??= new(row, text);
                Keep(row, text);
                break;
        }
    }

    internal ColumnCounts Counts() => new(column, Missing, Unseen, Unreadable, _examples);

    private void Keep(int row, string text)
    {
        if (_examples.Count < MostExamples)
        {
            _examples.Add(new(row, text));
        }
    }
}
