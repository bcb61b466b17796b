namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>What became of one cell.</summary>
internal enum CellState
{
    Read,
    Missing,
    Unseen,
    Unreadable,
}
