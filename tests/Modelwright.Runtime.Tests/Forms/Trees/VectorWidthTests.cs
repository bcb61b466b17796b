using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;

namespace Modelwright.Runtime.Tests.Forms.Trees;

/// <summary>
/// The tests that hold every layout of trees to a plain walk, once more for each width of vectors: in a process of their own, since a
/// running one cannot change what its processor has.
/// </summary>
public sealed partial class VectorWidthTests
{
    private static readonly string[] Classes = [typeof(RowLayoutTests).FullName!, typeof(ManyRowsTests).FullName!, typeof(PackedTreesTests).FullName!, typeof(TreeTests).FullName!];

    /// <summary>What of the processor is not to be used, and what is left of it then.</summary>
    public static TheoryData<string, string> Settings => new()
    {
        { "DOTNET_EnableAVX512v2=0", "512: True, 256: True, 128: True, permute: False" },
        { "DOTNET_PreferredVectorBitWidth=256", "512: False, 256: True, 128: True, permute: True" },
        { "DOTNET_PreferredVectorBitWidth=128", "512: False, 256: False, 128: True, permute: True" },
        { "DOTNET_EnableAVX512=0", "512: False, 256: True, 128: True, permute: False" },
        { "DOTNET_EnableAVX2=0", "512: False, 256: False, 128: True, permute: False" },
        { "DOTNET_EnableHWIntrinsic=0", "512: False, 256: False, 128: False, permute: False" },
    };

    [Theory]
    [Trait("Speed", "Slow")]
    [MemberData(nameof(Settings))]
    public async Task Trees_WithVectorsMadeNarrower_SameBitsAsTheWalk(string setting, string left)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "The settings are those of x64 processors.");
        Assert.SkipUnless(Has(left), $"The processor has not what '{setting}' leaves: {left}.");
        var (code, text) = await RunAsync(setting, left);

        Assert.True(code == 0, text);
        Assert.True(Succeeded(text) > Classes.Length, text);
    }

    [Fact]
    public async Task Trees_WithVectorsThatWereNotForced_Fails()
    {
        var (code, text) = await RunAsync("DOTNET_EnableHWIntrinsic=1", "narrower");

        Assert.True(code != 0, text);
        Assert.Contains(nameof(ForcedVectors.Vectors_AreThoseThatWereForced), text, StringComparison.Ordinal);
    }

    private static bool Has(string left) =>
        (Vector512.IsHardwareAccelerated || !left.Contains("512: True", StringComparison.Ordinal))
        && (Vector256.IsHardwareAccelerated || !left.Contains("256: True", StringComparison.Ordinal))
        && (Avx512Vbmi.IsSupported || !left.Contains("permute: True", StringComparison.Ordinal));

    private static int Succeeded(string text) => SucceededLine().Match(text) is { Success: true } line ? int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*succeeded: (\d+)", RegexOptions.Multiline)]
    private static partial Regex SucceededLine();

    // The process runs the named classes alone, and this one is none of them, so it starts no further process.
    private static async Task<(int Code, string Text)> RunAsync(string setting, string left)
    {
        string[] classes = left == "narrower" ? [] : Classes;
        var filters = classes.Append(typeof(ForcedVectors).FullName!).SelectMany(name => new[] { "--filter-class", name });
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--explicit", "on", "--no-ansi", .. filters]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        var halves = setting.Split('=');
        start.Environment[halves[0]] = halves[1];
        start.Environment[ForcedVectors.Variable] = left;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, text + await errors);
    }
}
