using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Modelwright.Runtime.Tests.Forms.Trees;

/// <summary>What the vectors of this process are; tests of <see cref="VectorWidthTests"/> run inside a process whose vectors were made narrower.</summary>
public sealed class ForcedVectors
{
    /// <summary>The variable in which a process is told what its vectors are to be, as <see cref="Here"/> says it.</summary>
    internal const string Variable = "MODELWRIGHT_TEST_VECTORS";

    /// <summary>The widths that the platform takes for fast, and whether 64 bytes are permuted at once: what the layouts of trees look at.</summary>
    internal static string Here =>
        $"512: {Vector512.IsHardwareAccelerated}, 256: {Vector256.IsHardwareAccelerated}, 128: {Vector128.IsHardwareAccelerated}, permute: {Avx512Vbmi.IsSupported}";

    [Fact(Explicit = true)]
    public void Vectors_AreThoseThatWereForced() => Assert.Equal(Environment.GetEnvironmentVariable(Variable), Here);
}
