namespace Modelwright.Learners.Trees.Rules;

/// <summary>Solves small systems of a positive definite matrix by Cholesky's method.</summary>
internal static class PositiveSystem
{
    /// <summary>Solves for a right side.</summary>
    /// <param name="matrix">Its lower half; overwritten.</param>
    /// <param name="right">The right side.</param>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var count = right.Length;
        for (var column = 0; column < count; column++)
        {
            for (var row = column; row < count; row++)
            {
                var sum = matrix[row, column];
                for (var before = 0; before < column; before++)
                {
                    sum -= matrix[row, before] * matrix[column, before];
                }

                matrix[row, column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-300)) : sum / matrix[column, column];
            }
        }

        double[] solved = [.. right];
        for (var row = 0; row < count; row++)
        {
            for (var before = 0; before < row; before++)
            {
                solved[row] -= matrix[row, before] * solved[before];
            }

            solved[row] /= matrix[row, row];
        }

        for (var row = count - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < count; after++)
            {
                solved[row] -= matrix[after, row] * solved[after];
            }

            solved[row] /= matrix[row, row];
        }

        return solved;
    }
}
