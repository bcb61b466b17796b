namespace Modelwright.Runtime.Formulas;

/// <summary>What a node of a formula does with the values of its operands, row by row.</summary>
/// <remarks>
/// Numbers are IEEE 754 doubles, and every operation rounds once, in the order that is written here, so that two programs that follow it answer the same bits.
/// Operations on two or three values go place by place; a value of width 1 counts for every place of the others. NaN stands for a missing number.
/// </remarks>
public enum FormulaOperation
{
    /// <summary>A column of numbers, found by <see cref="FormulaNode.Name"/>; finite, or NaN where missing.</summary>
    Number,

    /// <summary>The code of a category, found by name: the position among the levels of its <see cref="FormulaInput"/>, their count for any other level, -1 where missing.</summary>
    Category,

    /// <summary><see cref="FormulaNode.Numbers"/>, the same for every row.</summary>
    Constant,

    /// <summary>The values of all operands side by side.</summary>
    Join,

    /// <summary>Some places of the operand: <see cref="FormulaNode.Places"/>.</summary>
    Take,

    /// <summary>First plus second.</summary>
    Add,

    /// <summary>First minus second.</summary>
    Subtract,

    /// <summary>First times second.</summary>
    Multiply,

    /// <summary>First through second.</summary>
    Divide,

    /// <summary>The smaller of two; NaN where one is.</summary>
    Minimum,

    /// <summary>The larger of two; NaN where one is.</summary>
    Maximum,

    /// <summary>1 where the first is at most the second, else 0; 0 where one is NaN.</summary>
    AtMost,

    /// <summary>1 where the first is below the second, else 0; 0 where one is NaN.</summary>
    Below,

    /// <summary>1 where both are equal, else 0; 0 where one is NaN.</summary>
    Same,

    /// <summary>The second where the first is 1, the third where it is 0.</summary>
    Choose,

    /// <summary>1 where the operand is NaN, else 0.</summary>
    Missing,

    /// <summary>The size without the sign.</summary>
    Absolute,

    /// <summary>The square root.</summary>
    SquareRoot,

    /// <summary>e to the power of the operand (PortableMath.Exp).</summary>
    Exponential,

    /// <summary>The natural logarithm (PortableMath.Log).</summary>
    Logarithm,

    /// <summary>The natural logarithm of 1 plus the operand (PortableMath.Log1p).</summary>
    LogarithmOfOnePlus,

    /// <summary>1 / (1 + e^-x) (PortableMath.Sigmoid).</summary>
    Sigmoid,

    /// <summary>The cosine of 2 pi times the operand (PortableMath.CosineOfTurns).</summary>
    CosineOfTurns,

    /// <summary>The value that a share of the standard normal distribution lies below (NormalQuantile.Of).</summary>
    NormalQuantile,

    /// <summary>The nearest single-precision number.</summary>
    Single,

    /// <summary>All places of the operand added from the first to the last, beginning at 0; one number.</summary>
    Sum,

    /// <summary>The largest place of the operand; one number.</summary>
    Largest,

    /// <summary>Row i + 1 of a table, i being the operand, a whole number from -1 on that is never beyond the table: <see cref="FormulaNode.Numbers"/>, rows x width.</summary>
    Lookup,

    /// <summary>How many of <see cref="FormulaNode.Numbers"/>, which ascend, are below the operand, one number; -1 for NaN.</summary>
    Rank,

    /// <summary>How many of <see cref="FormulaNode.Numbers"/>, which ascend, are at most the operand, one number; -1 for NaN.</summary>
    Reached,

    /// <summary>The position of the operand, one number, among <see cref="FormulaNode.Numbers"/>, which ascend; -1 where it is none of them, or NaN.</summary>
    Find,

    /// <summary>
    /// Weighted sums: each begins at its number in <see cref="FormulaNode.Starts"/>, and place times weight is added from the first place of the operand to the last.
    /// <see cref="FormulaNode.Numbers"/> are places x sums. A sum beyond the range of numbers is held at its end.
    /// </summary>
    Weigh,

    /// <summary>The same in single precision, product and sum rounded apart; the operand holds single-precision numbers. Nothing is held.</summary>
    Layer,

    /// <summary>x tanh(ln(1 + e^x)) in single precision (ActivationValues).</summary>
    Mish,

    /// <summary>The scaled exponential linear unit in single precision (ActivationValues).</summary>
    Selu,

    /// <summary>
    /// Sums of cosines of one single-precision number, in single precision: <see cref="FormulaNode.Waves"/> of one number. Cosine w is that of frequency w x number + phase w turns;
    /// sum s is its offset and the products of cosines and mixes, which are added in eight lanes, lane l of cosines l, l + 8 …, then (0 + 4 + (2 + 6)) + (1 + 5 + (3 + 7)).
    /// </summary>
    Waves,

    /// <summary>The raw scores of <see cref="FormulaNode.Trees"/>, whose inputs are the places of the operand, codes as numbers: for each output its base and the sum of its trees, from 0 in their order, through their number where they are averaged.</summary>
    Trees,
}
