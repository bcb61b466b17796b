namespace Modelwright.Peers;

/// <summary>What a <c>PredictionEngine</c> answers.</summary>
internal sealed class AdultAnswer
{
    /// <summary>Whether the class that counts as true is answered.</summary>
    public bool PredictedLabel { get; set; }

    /// <summary>How probable it is.</summary>
    public float Probability { get; set; }
}
