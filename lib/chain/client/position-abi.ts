import { parseAbi } from 'viem'

/** What our pages read of DevicePositions from the chain itself. */
export const positionAbi = parseAbi(['function ownerOf(uint256 tokenId) view returns (address)'])
