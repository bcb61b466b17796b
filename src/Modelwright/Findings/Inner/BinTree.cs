using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Inner;

/// <summary>A grown tree on bins: a cut, or a leaf.</summary>
/// <param name="Column">Number of the column that is cut; -1 for a leaf.</param>
/// <param name="Leaf">What a leaf adds to the score.</param>
internal sealed record BinTree(int Column, double Leaf)
{
    /// <summary>For a cut: which bins go left.</summary>
    public bool[] IsLeft { get; init; } = [];

    /// <summary>For a cut: where those go.</summary>
    public BinTree? Left { get; init; }

    /// <summary>For a cut: where the others go.</summary>
    public BinTree? Right { get; init; }

    /// <summary>What the tree adds to the score of a row.</summary>
    public double Answer(IReadOnlyList<BinnedColumn> columns, int row)
    {
        var node = this;
        while (node.Column >= 0)
        {
            node = node.IsLeft[columns[node.Column].Codes[row]] ? node.Left! : node.Right!;
        }

        return node.Leaf;
    }

    /// <summary>Notes the columns that are cut.</summary>
    public void AddColumnsTo(ISet<int> columns)
    {
        if (Column >= 0)
        {
            columns.Add(Column);
            Left!.AddColumnsTo(columns);
            Right!.AddColumnsTo(columns);
        }
    }
}
