using Microsoft.Extensions.Hosting;
using Modelwright.Samples.Worker;

await InboxHost.Build(args).RunAsync();
