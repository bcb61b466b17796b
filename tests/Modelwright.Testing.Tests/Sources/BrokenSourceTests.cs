using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Testing.Sources;

namespace Modelwright.Testing.Tests.Sources;

/// <summary>A source that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenSourceTests
{
    [Theory]
    [InlineData("missing", "Read_EveryType_RoundTrips Read_OddPath_IsTakenAsItIs Read_OtherCulture_ChangesNothing Read_FromManyThreads_GivesTheSame")]
    [InlineData("order", "Read_ManyRows_RoundTripsInOrder")]
    [InlineData("one", "Read_OneRow_IsOneRow")]
    [InlineData("none", "Read_NoRows_IsEmptyOrSaysSo")]
    [InlineData("cut", "Read_CutAnywhere_IsRefusedOrNoted Read_EachOption_IsUsedAsDeclared")]
    [InlineData("ignored", "Read_EachOption_IsUsedAsDeclared")]
    [InlineData("undeclared", "Read_EachOption_IsUsedAsDeclared")]
    [InlineData("damage", "Read_Damaged_NamesFileAndPlace")]
    [InlineData("empty", "Read_EmptyFile_IsRefused")]
    [InlineData("absent", "Read_AbsentFile_IsRefused")]
    [InlineData("large", "Read_LargerThanMemory_HasTheSameRows")]
    [InlineData("path", "Read_OddPath_IsTakenAsItIs")]
    [InlineData("token", "Read_Cancelled_Stops")]
    [InlineData("culture", "Read_OtherCulture_ChangesNothing")]
    [InlineData("threads", "Read_FromManyThreads_GivesTheSame")]
    [InlineData("fingerprint", "Read_Twice_HasOneFingerprint")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Source", SourceSuite.Checks(new BrokenSource(broken)), expected);

    [Fact]
    public void Checks_SoundSource_Hold() => Suite.Holds(SourceSuite.Checks(new BrokenSource("nothing")));

    /// <summary>The source of delimited text, but for one promise.</summary>
    private sealed class BrokenSource(string broken) : ISource
    {
        private readonly ISource _sound = BuiltInSources.All.Single(source => source.Info.Name == "csv");
        private int _inside;

        public SourceInfo Info => _sound.Info with { Extensions = [".csv"], Takes = broken == "undeclared" ? _sound.Info.Takes & ~SourceOptions.DecimalMark : _sound.Info.Takes };

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

                var read = await ReadBroken(request, cancellation);
                return Changed(request, read, others);
            }
            finally
            {
                Interlocked.Decrement(ref _inside);
            }
        }

        private async Task<SourceTable> ReadBroken(SourceRequest request, CancellationToken cancellation)
        {
            try
            {
                return await _sound.ReadAsync(
                    request with { Options = Asked(request) },
                    broken == "token" ? CancellationToken.None : cancellation);
            }
            catch (DataException) when (broken == "empty" && new FileInfo(request.Path) is { Exists: true, Length: 0 })
            {
                return await Other(request);
            }
            catch (DataException) when (broken == "absent" && !File.Exists(request.Path))
            {
                throw new DataException("Something is wrong. Do something.");
            }
            catch (DataException) when (broken == "damage" && File.Exists(request.Path))
            {
                throw new DataException($"{request.Path} is broken. Mend it.");
            }
        }

        private ReadOptions Asked(SourceRequest request) => broken switch
        {
            "cut" when new FileInfo(request.Path) is { Exists: true, Length: < 1000 } => request.Options with { SkipBadRows = true },
            "ignored" => request.Options with { Separator = null },
            _ => request.Options,
        };

        private async Task<SourceTable> Other(SourceRequest request)
        {
            await File.WriteAllTextAsync(request.Path, "a\n1\n");
            return await _sound.ReadAsync(request, CancellationToken.None);
        }

        private SourceTable Changed(SourceRequest request, SourceTable read, int others)
        {
            var table = read.Table;
            var isFirst = Path.GetFileName(request.Path).StartsWith("rows", StringComparison.Ordinal);
            return broken switch
            {
                "missing" when table.TryGet("whole", out _) && table.RowCount == 7 => With(read, table.With(new NumberColumn("whole", [1, 2, 3, 4, 5, 6, 0]))),
                "order" when table.RowCount == 5000 => With(read, table.Take([.. Enumerable.Range(0, 5000).Reverse()])),
                "one" when table.RowCount == 1 => With(read, table.Take([])),
                "none" when table.RowCount == 0 => With(read, new Table([new NumberColumn("a", [1])])),
                "cut" => read with { Report = read.Report with { Notes = [] } },
                "large" when request.Options.MemoryBytes is not null => With(read, table.Take([.. Enumerable.Range(0, table.RowCount - 1)])),
                "path" when !isFirst => With(read, table.Take([0])),
                "culture" when CultureInfo.CurrentCulture.Name == "tr-TR" => With(read, table.Take([0])),
                "threads" when others > 0 => With(read, table.Take([0])),
                "fingerprint" => read with { Report = read.Report with { Fingerprint = new string('a', 64) } },
                _ => read,
            };
        }

        private static SourceTable With(SourceTable read, Table table) => read with { Table = table };
    }
}
