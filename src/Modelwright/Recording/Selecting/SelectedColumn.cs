namespace Modelwright.Recording.Selecting;

/// <summary>What was decided about a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Decision">'kept' or 'left_out'.</param>
/// <param name="Verdict">
/// What the comparison with noise says: 'confirmed' (above the best of the shadows in every round, but for chance), 'tentative'
/// (not so, but few shadows gain as much, or shuffling it on held-out rows costs), 'rejected' or 'not_judged'.
/// </param>
/// <param name="Reason">Why, in prose.</param>
public sealed record SelectedColumn(string Name, string Decision, string Verdict, string Reason)
{
    /// <summary>Rounds in which it gained more than every shadow; null where it was not judged.</summary>
    public int? Hits { get; init; }

    /// <summary>How likely a column of noise has as many hits, the best of all columns counted.</summary>
    public double? PValue { get; init; }

    /// <summary>The share of all shadows that gain as much as it does on average: how likely noise does, for this column alone.</summary>
    public double? ChanceAlone { get; init; }

    /// <summary>Loss that shuffling it costs on held-out rows, as a share of the loss of a model without columns.</summary>
    public double? Importance { get; init; }

    /// <summary>Lower end of the 95 % interval of the importance.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the 95 % interval of the importance.</summary>
    public double? Upper { get; init; }
}
