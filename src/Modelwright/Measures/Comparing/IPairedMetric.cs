namespace Modelwright.Measures.Comparing;

/// <summary>A metric that can tell how sure the difference between two models on the same rows is.</summary>
internal interface IPairedMetric
{
    /// <summary>The score of the second less that of the first, with its standard error and 95 % interval.</summary>
    /// <param name="first">Answers of the one.</param>
    /// <param name="second">Answers of the other to the same rows.</param>
    /// <param name="groups">One number a row; rows of one number count as one draw. Null: each row is a draw.</param>
    Estimate Difference(Answers first, Answers second, IReadOnlyList<int>? groups);
}
