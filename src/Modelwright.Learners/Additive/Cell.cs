namespace Modelwright.Learners.Additive;

/// <summary>The rows of a bin, or of a cell of a pair, added up.</summary>
internal struct Cell
{
    /// <summary>Sum of the negative first derivatives.</summary>
    public double Gradient;

    /// <summary>Sum of the second derivatives.</summary>
    public double Hessian;

    /// <summary>Number of rows.</summary>
    public int Rows;
}
