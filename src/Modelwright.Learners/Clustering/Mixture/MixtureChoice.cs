namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>One setting of the mixture.</summary>
/// <param name="Clusters">Distributions.</param>
/// <param name="IsDiagonal">Whether columns are independent within one; null leaves it to the numbers of rows and columns.</param>
/// <param name="Regularization">What is added to variances, as a share of the mean variance of the columns.</param>
/// <param name="Starts">First distributions drawn, of which the best are kept.</param>
/// <param name="MaxIterations">Rounds of a start at most.</param>
/// <param name="FinalIterations">Rounds over all rows after the starts over some.</param>
/// <param name="MaxRows">Different rows at most.</param>
internal sealed record MixtureChoice(int Clusters, bool? IsDiagonal, double Regularization, int Starts, int MaxIterations, int FinalIterations, int MaxRows)
{
    private const int MostFullColumns = 60;

    /// <summary>Rows of a cluster for each column, below which a full covariance would be of chance.</summary>
    private const double RowsOfColumn = 2;

    /// <summary>Whether covariances are diagonal for so many rows and columns.</summary>
    public bool TakesDiagonal(double rows, int columns) => IsDiagonal ?? (columns > MostFullColumns || rows < RowsOfColumn * columns * Clusters);
}
