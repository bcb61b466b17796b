namespace Modelwright.Runtime.Steps.Together;

/// <summary>What <see cref="Arithmetic"/> makes of two numbers.</summary>
[Flags]
public enum ArithmeticOperations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The first less the second, 'a-b'.</summary>
    Difference = 1,

    /// <summary>The first divided by the second, 'a/b'; missing where the second is 0.</summary>
    Ratio = 2,

    /// <summary>Their product, 'a*b'.</summary>
    Product = 4,

    /// <summary>Their sum, 'a+b'.</summary>
    Sum = 8,
}
