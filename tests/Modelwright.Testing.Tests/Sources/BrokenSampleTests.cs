using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Testing.Sources;

namespace Modelwright.Testing.Tests.Sources;

/// <summary>A source that breaks one promise about a sample fails the check of that promise.</summary>
public sealed class BrokenSampleTests
{
    private static readonly SourceSample Sample = new(".csv", new("a,b\n1.5,\"x,1\"\n2,y\n3,z\n"u8.ToArray()), new(
    [
        new NumberColumn("a", [1.5, 2, 3]),
        CategoryColumn.FromTexts("b", ["x,1", "y", "z"]),
    ]));

    [Theory]
    [InlineData("rows", "Read_Sample_GivesItsRows Read_CutAnywhere_IsRefusedOrNoted Read_EachOption_IsUsedAsDeclared Read_OddPath_IsTakenAsItIs Read_OtherCulture_ChangesNothing Read_FromManyThreads_GivesTheSame Read_Compressed_GivesItsRows")]
    [InlineData("cut", "Read_CutAnywhere_IsRefusedOrNoted Read_EachOption_IsUsedAsDeclared")]
    [InlineData("ignored", "Read_EachOption_IsUsedAsDeclared")]
    [InlineData("undeclared", "Read_EachOption_IsUsedAsDeclared")]
    [InlineData("damage", "Read_Damaged_NamesFile")]
    [InlineData("empty", "Read_EmptyFile_IsRefused")]
    [InlineData("absent", "Read_AbsentFile_IsRefused")]
    [InlineData("path", "Read_OddPath_IsTakenAsItIs")]
    [InlineData("token", "Read_Cancelled_Stops")]
    [InlineData("culture", "Read_OtherCulture_ChangesNothing")]
    [InlineData("threads", "Read_FromManyThreads_GivesTheSame")]
    [InlineData("fingerprint", "Read_Twice_HasOneFingerprint")]
    [InlineData("compressed", "Read_Compressed_GivesItsRows")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Source", SourceSampleSuite.Checks(new BrokenSource(broken), Sample), expected);

    [Fact]
    public void Checks_SoundSource_Hold() => Suite.Holds(SourceSampleSuite.Checks(new BrokenSource("nothing"), Sample));

    /// <summary>The source of delimited text, but for one promise.</summary>
    private sealed class BrokenSource(string broken) : ISource
    {
        private readonly ISource _sound = BuiltInSources.All.Single(source => source.Info.Name == "csv");
        private int _inside;

        public SourceInfo Info => broken == "undeclared" ? _sound.Info with { Takes = _sound.Info.Takes & ~SourceOptions.DecimalMark } : _sound.Info;

        public bool Accepts(string path) => _sound.Accepts(path);

        public async Task<SourceTable> ReadAsync(SourceRequest request, CancellationToken cancellation)
        {
            var others = Interlocked.Increment(ref _inside) - 1;
            try
            {
                if (broken == "threads")
                {
                    await Task.Delay(50, cancellation);
                }

                return Changed(request, await ReadBroken(request, cancellation), others);
            }
            finally
            {
                Interlocked.Decrement(ref _inside);
            }
        }

        private async Task<SourceTable> ReadBroken(SourceRequest request, CancellationToken cancellation)
        {
            var isCut = broken == "cut" && new FileInfo(request.Path) is { Exists: true, Length: > 0 } && !(await File.ReadAllBytesAsync(request.Path, CancellationToken.None)).Contains((byte)0xFF);
            try
            {
                return await _sound.ReadAsync(
                    request with { Options = isCut ? request.Options with { SkipBadRows = true } : broken == "ignored" ? request.Options with { Separator = null } : request.Options },
                    broken == "token" ? CancellationToken.None : cancellation);
            }
            catch (DataException) when (broken == "empty" && new FileInfo(request.Path) is { Exists: true, Length: 0 })
            {
                await File.WriteAllTextAsync(request.Path, "a\n1\n", CancellationToken.None);
                return await _sound.ReadAsync(request, CancellationToken.None);
            }
            catch (DataException) when (broken == "absent" && !File.Exists(request.Path))
            {
                throw new DataException("Something is wrong. Do something.");
            }
            catch (DataException) when (broken == "damage" && new FileInfo(request.Path) is { Exists: true, Length: > 0 })
            {
                throw new DataException("Something is broken. Mend it.");
            }
        }

        private SourceTable Changed(SourceRequest request, SourceTable read, int others) => broken switch
        {
            "rows" => Without(read),
            "cut" => read with { Report = read.Report with { Notes = [] } },
            "path" when !Path.GetFileName(request.Path).StartsWith("rows", StringComparison.Ordinal) => Without(read),
            "culture" when CultureInfo.CurrentCulture.Name == "tr-TR" => Without(read),
            "threads" when others > 0 => Without(read),
            "fingerprint" => read with { Report = read.Report with { Fingerprint = $"{Guid.NewGuid():N}{Guid.NewGuid():N}" } },
            "compressed" when File.ReadAllBytes(request.Path)[0] == 0x1F => Without(read),
            _ => read,
        };

        private static SourceTable Without(SourceTable read) => read with { Table = read.Table.Take([0]) };
    }
}
